import fc from "fast-check";
import { expect, it } from "vitest";
import { printExtraFilter, readExtraFilter, splitExtraFilter } from "./extra-filter.ts";

const texts = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 });
const names = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 2 });
const anyExtraFilter = fc.array(fc.record({ fields: names, values: texts }), { maxLength: 3 });

it("is read as it was written, out of a query string that stays as it is", () => {
  fc.assert(
    fc.property(anyExtraFilter, (extraFilter) => {
      expect(readExtraFilter(printExtraFilter(extraFilter))).toEqual(extraFilter);
      const search = new URLSearchParams({
        filter: "id eq 'a b'",
        extra: printExtraFilter(extraFilter),
        top: "5",
      });
      const split = splitExtraFilter(search.toString());
      expect(split?.extraFilter).toEqual(extraFilter);
      expect(new URLSearchParams(split?.rest).get("filter")).toBe("id eq 'a b'");
    }),
    { numRuns: 50 },
  );
});

it("is null for anything else", () => {
  expect(["kind", ":a", "kind:a:b", "kind:%", "kind:a;"].map(readExtraFilter)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(splitExtraFilter("extra=kind")).toBeNull();
  expect(splitExtraFilter("top=5")).toEqual({ rest: "top=5", extraFilter: [] });
});
