import fc from "fast-check";
import { expect, it } from "vitest";
import type { DATE_FIELDS, Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { lastStage } from "#referrals/funnel.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { standingOf } from "#referrals/standing.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { asItStood } from "./as-it-stood.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
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

it("judges every row as the rule judges its referral, early and late", () => {
  fc.assert(
    fc.property(anyRecords, asOfs, ({ referrals, table }, asOf) => {
      const early = derivedFieldsOf(asItStood(table, asOf));
      const late = derivedFieldsOf(asItStood(table, asOf, "late"));
      for (const [row, one] of referrals.entries()) {
        const standing = standingOf(one.status, (field) => stateOf(one, field, asOf));
        expect(OUTCOMES[early.outcomes[row] as number]).toBe(standing.outcome);
        expect(STAGES[early.lastStages[row] as number]).toBe(lastStage({ ...standing, count: 1 }));
        expect(OUTCOMES[late.outcomes[row] as number]).toBe(standing.late);
      }
    }),
  );
});

it("is what is known today where nothing came later", () => {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const { outcomes, lastStages } = derivedFieldsOf(asItStood(table, Number.MAX_SAFE_INTEGER));
      for (const [row, one] of referrals.entries()) {
        expect(OUTCOMES[outcomes[row] as number]).toBe(outcomeCountOf(one).outcome);
        expect(STAGES[lastStages[row] as number]).toBe(lastStage(outcomeCountOf(one)));
      }
    }),
  );
});

it("knows no date that came later, and keeps those before it", () => {
  fc.assert(
    fc.property(anyRecords, asOfs, ({ referrals, table }, asOf) => {
      const { acceptedDate } = asItStood(table, asOf).dates;
      for (const [row, one] of referrals.entries())
        expect(Number.isNaN(acceptedDate.at[row])).toBe(stateOf(one, "acceptedDate", asOf) !== "past");
    }),
  );
});
