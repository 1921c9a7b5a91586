import fc from "fast-check";
import { expect, it } from "vitest";
import { bucketStart, dayOfInstant, GRAINS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { DIMENSION_KEYS, type Dimension } from "#referrals/dimensions.ts";
import { marketCode } from "#referrals/market.ts";
import { outcomeOfReferral } from "#referrals/testing/reference-rules.ts";
import { COMPARE_KEYS, groupRecords, groupRowsByBucket } from "./group-records.ts";
import { allRows } from "./rows.ts";
import { anyRecords } from "./testing/arbitraries.ts";

const KEY_OF: Record<Dimension, (one: Referral) => string> = {
  market: (one) => marketCode(one.customerMarket),
  partner: (one) => marketCode(one.partnerMarket),
  size: (one) => one.customerOrgSize?.trim() ?? "",
  outcome: outcomeOfReferral,
};

function naiveGroups<T>(referrals: readonly Referral[], keyOf: (one: Referral) => T): Map<T, number[]> {
  const groups = new Map<T, number[]>();
  for (const [row, one] of referrals.entries())
    groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), row]);
  return groups;
}

it("puts each row under its key, the largest group first", () => {
  fc.assert(
    fc.property(anyRecords, fc.constantFrom(...DIMENSION_KEYS), ({ referrals, table }, by) => {
      const groups = groupRecords(table, allRows(table), by);
      const ranked = [...naiveGroups(referrals, KEY_OF[by])].sort(
        ([a, rows], [b, others]) => others.length - rows.length || COMPARE_KEYS[by](a, b),
      );
      expect(groups.map(({ key, rows }) => [key, [...rows]])).toEqual(ranked);
    }),
  );
});

it("puts each row into the bucket of its date, and keeps those without one", () => {
  fc.assert(
    fc.property(anyRecords, fc.constantFrom(...GRAINS), ({ referrals, table }, grain) => {
      const { buckets, undated } = groupRowsByBucket(table, allRows(table), "createdDate", grain);
      const groups = naiveGroups(referrals, (one) => {
        const reading = readInstant(one.createdDate);
        return reading.kind === "instant" ? bucketStart(dayOfInstant(reading.at), grain) : null;
      });
      expect([...undated]).toEqual(groups.get(null) ?? []);
      groups.delete(null);
      expect(buckets.map(({ start, rows }) => [start, [...rows]])).toEqual(
        [...groups].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );
    }),
  );
});
