import fc from "fast-check";
import { expect, it } from "vitest";
import type { DATE_FIELDS, Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { lastStage, STAGES } from "#referrals/funnel.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { standingOf } from "#referrals/standing.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { standingFields } from "./standing-fields.ts";
import { anyRecords, NEWEST } from "./testing/arbitraries.ts";

const DAY_MS = 86_400_000;
const asOfs = fc
  .integer({ min: 0, max: 31 * 24 * 60 })
  .map((minutes) => NEWEST - 30 * DAY_MS + minutes * 60_000);

function stateOf(referral: Referral, field: (typeof DATE_FIELDS)[number], asOf: number) {
  const reading = readInstant(referral[field]);
  if (reading.kind !== "instant") return "absent";
  return reading.at > asOf ? "later" : "past";
}

it("judges every row as the rule judges its referral", () => {
  fc.assert(
    fc.property(anyRecords, asOfs, ({ referrals, table }, asOf) => {
      const { outcomes, lastStages } = standingFields(table, asOf);
      for (const [row, one] of referrals.entries()) {
        const { late: _, ...standing } = standingOf(one.status, (field) => stateOf(one, field, asOf));
        expect(OUTCOMES[outcomes[row] as number]).toBe(standing.outcome);
        expect(STAGES[lastStages[row] as number]).toBe(lastStage({ ...standing, count: 1 }));
      }
    }),
  );
});

it("is what is known today where nothing came later", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const { outcomes, lastStages } = standingFields(table, Number.MAX_SAFE_INTEGER);
      for (const [row, one] of referrals.entries()) {
        expect(OUTCOMES[outcomes[row] as number]).toBe(outcomeCountOf(one).outcome);
        expect(STAGES[lastStages[row] as number]).toBe(lastStage(outcomeCountOf(one)));
      }
    }),
  );
});
