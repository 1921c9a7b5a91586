import fc from "fast-check";
import { expect, it } from "vitest";
import type { Field, Referral } from "#partner-center/fields.ts";
import { marketCode, NO_MARKET } from "#referrals/market.ts";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import { qualityReport } from "#referrals/testing/reference-rules.ts";
import { countWithNotes, qualityOfRows } from "./row-quality.ts";
import { allRows } from "./rows.ts";
import { anyRecords, tableOf } from "./testing/arbitraries.ts";

const isNamed = (code: string) => ["US", "DE"].includes(code);
const PLAUSIBLE = { first: Date.parse("2024-02-01"), last: Date.parse("2024-03-31T12:00Z") };

it("finds under each class the records of the quality report", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const [rows, report] = [
        qualityOfRows(table, { isNamedMarket: isNamed, plausible: PLAUSIBLE }),
        qualityReport(referrals, isNamed, PLAUSIBLE),
      ];
      for (const name of QUALITY_CLASSES)
        expect(Array.from(rows[name], (row) => referrals[row])).toEqual(report.get(name));
    }),
  );
});

it("counts a record with several notes once", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const noted = new Set([...qualityReport(referrals, isNamed).values()].flat());
      expect(countWithNotes(table, { isNamedMarket: isNamed }, allRows(table))).toBe(noted.size);
    }),
  );
});

it("looks at the asked rows only, and follows another way to name markets", () => {
  fc.assert(
    fc.property(anyRecords, ({ table }) => {
      const odd = allRows(table).filter((row) => row % 2 === 1);
      const all = qualityOfRows(table, { isNamedMarket: isNamed });
      const some = qualityOfRows(table, { isNamedMarket: isNamed }, odd);
      for (const name of QUALITY_CLASSES)
        expect(some[name]).toEqual(all[name].filter((row) => row % 2 === 1));
      expect(qualityOfRows(table, { isNamedMarket: () => false })["unnamed-market"]).toHaveLength(table.size);
    }),
  );
});

it("misses nothing that the source does not tell", () => {
  const absent = new Set<Field>(["partnerMarket", "wonDate"]);
  const filled = (referral: Referral): Referral => ({
    ...referral,
    partnerMarket: marketCode(referral.partnerMarket) === NO_MARKET ? "US" : referral.partnerMarket,
    wonDate: /^won$/i.test(referral.status ?? "") ? "2024-02-28" : referral.wonDate,
  });
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const found = qualityOfRows(table, { isNamedMarket: isNamed, absent });
      const all = qualityOfRows(tableOf(referrals.map(filled)), { isNamedMarket: isNamed });
      for (const name of ["unnamed-market", "status-against-dates"] as const)
        expect(found[name]).toEqual(all[name]);
    }),
  );
});
