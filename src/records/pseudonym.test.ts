import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pseudonymOf } from "./pseudonym.ts";

describe("the alias of a customer", () => {
  it("is the same for the same customer", () => {
    expect(pseudonymOf("Contoso Ltd")).toBe(pseudonymOf("  contoso ltd "));
  });

  it("has eight signs and nothing of the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => /^[0-9A-Z]{8}$/.test(pseudonymOf(name))),
    );
  });

  it("is another one for each of 50,000 customers", () => {
    const names = Array.from({ length: 50_000 }, (_, n) => `Customer ${n}`);
    expect(new Set(names.map(pseudonymOf)).size).toBe(names.length);
  });
});
