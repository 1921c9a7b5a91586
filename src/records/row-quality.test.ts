import fc from "fast-check";
import { expect, it } from "vitest";
import { QUALITY_CLASSES, qualityReport } from "#referrals/quality.ts";
import { anyRecords } from "./arbitraries.ts";
import { countWithNotes, qualityOfRows } from "./row-quality.ts";
import { allRows } from "./rows.ts";

const isNamed = (code: string) => ["US", "DE"].includes(code);

it("finds under each class the records of the quality report", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const [rows, report] = [qualityOfRows(table, isNamed), qualityReport(referrals, isNamed)];
      for (const name of QUALITY_CLASSES)
        expect(Array.from(rows[name], (row) => referrals[row])).toEqual(report.get(name));
    }),
  );
});

it("counts a record with several notes once", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const noted = new Set([...qualityReport(referrals, isNamed).values()].flat());
      expect(countWithNotes(table, isNamed, allRows(table))).toBe(noted.size);
    }),
  );
});

it("looks at the asked rows only, and follows another way to name markets", () => {
  fc.assert(
    fc.property(anyRecords, ({ table }) => {
      const odd = allRows(table).filter((row) => row % 2 === 1);
      const all = qualityOfRows(table, isNamed);
      const some = qualityOfRows(table, isNamed, odd);
      for (const name of QUALITY_CLASSES)
        expect(some[name]).toEqual(all[name].filter((row) => row % 2 === 1));
      expect(qualityOfRows(table, () => false)["unnamed-market"]).toHaveLength(table.size);
    }),
  );
});
