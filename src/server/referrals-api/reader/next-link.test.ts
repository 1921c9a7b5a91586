import { describe, expect, it } from "vitest";
import { ForeignLinkError, nextAddress } from "./read-referrals.ts";

const ORIGIN = "https://api.partner.microsoft.com";

describe("the way to the next page", () => {
  it.each([
    ["as in Microsoft's sample", "http://api.partner.microsoft.com/v1.0/referrals?$skiptoken=a%20b"],
    ["in another case", "HTTPS://API.Partner.Microsoft.COM/v1.0/referrals?$skiptoken=a%20b"],
    ["with the port written out", "https://api.partner.microsoft.com:443/v1.0/referrals?$skiptoken=a%20b"],
    ["without an origin", "/v1.0/referrals?$skiptoken=a%20b"],
  ])("is the configured origin for a link %s", (_name, link) => {
    expect(nextAddress(link, ORIGIN)).toEqual({
      given: `${ORIGIN}/v1.0/referrals?$skiptoken=a%20b`,
      usual: `${ORIGIN}/v1.0/engagements/referrals?$skiptoken=a%20b`,
    });
  });

  it.each([
    "https://api.partner.microsoft.com.evil.example/v1.0/referrals",
    "https://evil.example/?api.partner.microsoft.com",
    "https://api.partner.microsoft.com@evil.example/",
    "https://user@api.partner.microsoft.com/v1.0/referrals",
    "https://api.partner.microsoft.com:8443/v1.0/referrals",
    "//evil.example/v1.0/referrals",
    "\\\\evil.example/v1.0",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
  ])("is refused in words for %s", (link) => {
    expect(() => nextAddress(link, ORIGIN)).toThrow(ForeignLinkError);
    expect(() => nextAddress(link, ORIGIN)).toThrow(/next page/);
  });

  it("stays on plain http where that is configured, for trials on this machine", () => {
    expect(nextAddress("http://127.0.0.1:81/a?b", "http://127.0.0.1:81").given).toBe(
      "http://127.0.0.1:81/a?b",
    );
  });
});
