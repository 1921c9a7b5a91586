import { expect, it } from "vitest";
import { routeOf } from "./route.ts";

it("is domestic in one market, cross-border between two, and unknown where one is missing", () => {
  expect(routeOf("US", "US")).toBe("domestic");
  expect(routeOf("US", "DE")).toBe("cross-border");
  for (const [customer, partner] of [
    ["", "DE"],
    ["US", ""],
    ["", ""],
  ] as const)
    expect(routeOf(customer, partner)).toBe("unknown");
});
