import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAncestor } from "./host-session.ts";

const SELF = "https://referrals.contoso.example";
const is = (origin: string, ...sources: string[]) => isAncestor(origin, sources, SELF);

describe("a site that may frame the page", () => {
  it("is our own only where 'self' says so", () => {
    expect(is(SELF, "'self'")).toBe(true);
    expect(is(SELF, "'none'")).toBe(false);
    expect(is("https://other.example", "'self'")).toBe(false);
  });

  it("is named whole, in any case", () => {
    expect(is("https://portal.example", "https://Portal.Example")).toBe(true);
    expect(is("http://portal.example", "https://portal.example")).toBe(false);
    expect(is("https://portal.example:8443", "https://portal.example")).toBe(false);
    expect(is("https://portal.example:8443", "https://portal.example:8443")).toBe(true);
    expect(is("https://portal.example", "https://portal.example:443")).toBe(true);
    expect(is("https://portal.example.evil.example", "https://portal.example")).toBe(false);
  });

  it("may stand anywhere below a name with an asterisk, but is not that name", () => {
    expect(is("https://contoso.sharepoint.com", "https://*.sharepoint.com")).toBe(true);
    expect(is("https://a.b.sharepoint.com", "https://*.sharepoint.com")).toBe(true);
    expect(is("https://sharepoint.com", "https://*.sharepoint.com")).toBe(false);
    expect(is("https://evilsharepoint.com", "https://*.sharepoint.com")).toBe(false);
  });

  it("has a name", () => {
    for (const origin of ["null", "", "file://", "javascript:alert(1)", "https://*.sharepoint.com/x"]) {
      expect(is(origin, "'self'", "https://*.sharepoint.com")).toBe(false);
    }
  });

  it("is no other than the one that is named", () => {
    const host = fc.domain().map((name) => name.toLowerCase());
    fc.assert(
      fc.property(host, host, (named, other) => {
        expect(is(`https://${other}`, `https://${named}`)).toBe(named === other);
      }),
    );
  });
});
