import { describe, expect, it } from "vitest";
import { changedAddress } from "./host-session.ts";

const AT = { pathname: "/markets", search: "?chrome=none&market=DE&lock=market&sort=count" };

describe("what a host sets", () => {
  it("changes the parts that it names, and leaves the others", () => {
    expect(changedAddress(AT, { market: ["FR", "US"], grain: "month" })).toEqual({
      kind: "address",
      address: "/markets?chrome=none&market=FR,US&lock=market&sort=count&grain=month",
    });
  });

  it("goes back to the default for null and for an empty list", () => {
    const address = "/markets?chrome=none&sort=count";
    expect(changedAddress(AT, { market: [], lock: null })).toEqual({ kind: "address", address });
  });

  it("can name a view", () => {
    const at = { pathname: "/", search: "" };
    expect(changedAddress(at, { view: "trends" })).toEqual({ kind: "address", address: "/trends" });
    expect(changedAddress({ ...at, pathname: "/trends" }, { view: null })).toEqual({
      kind: "address",
      address: "/",
    });
    expect(changedAddress(at, { view: "constructor" })).toEqual({ kind: "refused", reason: "view" });
    expect(changedAddress(at, { view: "//evil.example" })).toEqual({ kind: "refused", reason: "view" });
  });

  it("is refused whole when a part does not fit", () => {
    expect(changedAddress(AT, { market: "FR", grain: "fortnight" })).toEqual({
      kind: "refused",
      reason: "grain",
    });
    expect(changedAddress(AT, { from: "2026-05-01", to: "2026-01-01" })).toEqual({
      kind: "refused",
      reason: "order",
    });
  });

  it("may hold what a list needs for itself", () => {
    const { address } = changedAddress({ pathname: "/", search: "" }, { size: ["a,b", "50%"] }) as {
      address: string;
    };
    expect(new URLSearchParams(address.slice(1)).get("size")).toBe("50%25,a%2Cb");
  });
});
