import fc from "fast-check";
import { expect, it } from "vitest";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import { qualityReport } from "#referrals/testing/reference-rules.ts";
import type { RecordFilter } from "./record-filter.ts";
import { allRows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";
import { anyRecords } from "./testing/arbitraries.ts";
import { CONTEXT } from "./testing/keeps-those.ts";

it("keeps the records of a quality class, or of any", () => {
  fc.assert(
    fc.property(anyRecords, fc.constantFrom(...QUALITY_CLASSES), ({ referrals, table }, quality) => {
      const report = qualityReport(referrals, CONTEXT.isNamedMarket);
      const rows = rowsMatching(table, { quality }, CONTEXT);
      expect(Array.from(rows, (row) => referrals[row])).toEqual(report.get(quality));
      const noted = new Set([...report.values()].flat());
      expect(rowsMatching(table, { noted: true }, CONTEXT)).toHaveLength(noted.size);
      expect(rowsMatching(table, { noted: false }, CONTEXT)).toHaveLength(referrals.length - noted.size);
    }),
  );
});

it("keeps who passes all parts, among the rows and in the order that are given", () => {
  fc.assert(
    fc.property(anyRecords, ({ table }) => {
      const parts: RecordFilter[] = [{ fate: "open" }, { search: "zoe" }, { markets: ["US", ""] }];
      const [first, second, third] = parts.map((part) => new Set(rowsMatching(table, part, CONTEXT)));
      const backwards = allRows(table).reverse();
      const rows = rowsMatching(table, Object.assign({}, ...parts), CONTEXT, backwards);
      expect([...rows]).toEqual(
        [...backwards].filter((row) => first?.has(row) && second?.has(row) && third?.has(row)),
      );
    }),
  );
});
