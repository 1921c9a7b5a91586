import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import { funnelOf, lastStage } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { hasDate, outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { CodedTexts } from "./rows.ts";
import { anyRecords, tableOf } from "./testing/arbitraries.ts";

const textsOf = ({ codes, values }: CodedTexts) => Array.from(codes, (code) => values[code]);

describe("facts of a table", () => {
  it("are those of each referral: outcome, last stage, dates, markets, size", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table }) => {
        const facts = derivedFieldsOf(table);
        const outcomeCounts = referrals.map(outcomeCountOf);
        expect(Array.from(facts.outcomes, (code) => OUTCOMES[code])).toEqual(
          outcomeCounts.map(({ outcome }) => outcome),
        );
        expect(Array.from(facts.lastStages, (code) => STAGES[code])).toEqual(outcomeCounts.map(lastStage));
        expect(textsOf(facts.markets)).toEqual(referrals.map((one) => marketCode(one.customerMarket)));
        expect(textsOf(facts.partners)).toEqual(referrals.map((one) => marketCode(one.partnerMarket)));
        expect(textsOf(facts.sizes)).toEqual(referrals.map((one) => one.customerOrgSize?.trim() ?? ""));
        expect(Array.from(facts.present, (bits) => DATE_FIELDS.filter((_, at) => bits & (1 << at)))).toEqual(
          referrals.map((one) => DATE_FIELDS.filter((field) => hasDate(one, field))),
        );
      }),
    );
  });

  it("imply as many stages as the funnel does", () => {
    fc.assert(
      fc.property(anyRecords, ({ referrals, table }) => {
        const { implied } = derivedFieldsOf(table);
        const counts = STAGES.map((_, stage) => implied.filter((bits) => bits & (1 << stage)).length);
        expect(counts).toEqual(funnelOf(referrals.map(outcomeCountOf)).stages.map((stage) => stage.implied));
      }),
    );
  });

  it("name a code once, however it is written, and are found out once", () => {
    const table = tableOf(
      [" us", "US", "us ", null, " "].map((customerMarket) => referral({ customerMarket })),
    );
    expect(derivedFieldsOf(table).markets.values).toEqual(["US", ""]);
    expect(derivedFieldsOf(table)).toBe(derivedFieldsOf(table));
  });

  it("take UNKNOWN for nothing, as grouped answers do", () => {
    const text = "UNKNOWN";
    const { markets, sizes, outcomes } = derivedFieldsOf(
      tableOf([referral({ customerMarket: text, customerOrgSize: text, status: text })]),
    );
    expect([markets.values, sizes.values, OUTCOMES[outcomes[0] ?? -1]]).toEqual([[""], [""], "open-new"]);
  });
});
