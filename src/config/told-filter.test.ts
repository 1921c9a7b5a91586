import fc from "fast-check";
import { expect, it } from "vitest";
import { printTold, readTold, splitTold } from "./told-filter.ts";

const texts = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 });
const names = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 2 });
const anyTold = fc.array(fc.record({ fields: names, values: texts }), { maxLength: 3 });

it("is read as it was written, out of a query string that stays as it is", () => {
  fc.assert(
    fc.property(anyTold, (told) => {
      expect(readTold(printTold(told))).toEqual(told);
      const search = new URLSearchParams({ filter: "id eq 'a b'", told: printTold(told), top: "5" });
      const split = splitTold(search.toString());
      expect(split?.told).toEqual(told);
      expect(new URLSearchParams(split?.rest).get("filter")).toBe("id eq 'a b'");
    }),
    { numRuns: 50 },
  );
});

it("is null for anything else", () => {
  expect(["kind", ":a", "kind:a:b", "kind:%", "kind:a;"].map(readTold)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(splitTold("told=kind")).toBeNull();
  expect(splitTold("top=5")).toEqual({ rest: "top=5", told: [] });
});
