import fc from "fast-check";
import type { Referral } from "#partner-center/fields.ts";
import { createRecordTable, type RecordTable } from "#partner-center/record-table.ts";
import { anyReferral } from "#referrals/testing/arbitraries.ts";

export function tableOf(referrals: readonly Referral[]): RecordTable {
  const builder = createRecordTable();
  builder.append(referrals);
  return builder.table(new Set());
}

const STATUSES = [
  "Won",
  "Lost",
  "declined",
  "Archived",
  null,
  "New",
  "acknowledged",
  "Accepted",
  "missed",
  "Limbo",
];
const DAY_MS = 86_400_000;
/** The newest instant in `anyRecords`. */
export const NEWEST = Date.UTC(2024, 2, 1);

const anyDate = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 0, max: 30 * 24 * 60 })
      .map((minutes) => new Date(NEWEST - 30 * DAY_MS + minutes * 60_000).toISOString()),
  },
  { weight: 1, arbitrary: fc.constantFrom("soon", "", "2024-02-30") },
);
const livelyFields = fc.record({
  id: fc.constantFrom("a-1", "a-2", "B-3", "é", null, ""),
  status: fc.constantFrom(...STATUSES),
  customerName: fc.constantFrom("Café Zoë", "cafe zoe ltd", "Łódź Öl", "Acme", null, ""),
  customerOrgSize: fc.constantFrom("10to50employees", "51to500employees", "odd", null, ""),
  createdDate: anyDate,
  acknowledgedDate: anyDate,
  acceptedDate: anyDate,
  wonDate: anyDate,
});

/** Referrals with dates within thirty days up to NEWEST, in any order, or missing or unreadable. */
const anyLively: fc.Arbitrary<Referral> = fc
  .tuple(anyReferral, livelyFields)
  .map(([one, fields]) => ({ ...one, ...fields }));

/** Referrals of every kind and their table, in the same order. */
export const anyRecords: fc.Arbitrary<{ referrals: Referral[]; table: RecordTable }> = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyLively }, { weight: 1, arbitrary: anyReferral }), {
    maxLength: 40,
  })
  .map((referrals) => ({ referrals, table: tableOf(referrals) }));
