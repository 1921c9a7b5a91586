import fc from "fast-check";
import { expect, it } from "vitest";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { type FieldRow, withDeals } from "./deal-columns.ts";
import { partnerCenterDeals } from "./partner-center-deals.ts";
import { allRows } from "./rows.ts";
import { anyRecords, tableOf } from "./testing/arbitraries.ts";

const anyFields = fc.record({
  kind: fc.constantFrom("marketplace-lead", "qualified-lead", "co-sell", "partner-led", "private", null),
  direction: fc.constantFrom("incoming", "outgoing", null),
  solutions: fc.constantFrom(["A", "B"], ["A"], ["A", "B", "C"], null),
  error: fc.boolean(),
});

it("counts deals as Partner Center does, deal by deal", () => {
  const any = fc.tuple(anyRecords, fc.array(anyFields, { minLength: 60, maxLength: 60 }));
  fc.assert(
    fc.property(any, ([records, fields]) => {
      const deals = records.referrals.map((one, at) => {
        const { error, ...extra } = fields[at] as NonNullable<(typeof fields)[number]>;
        const referral = { ...one, id: String(at), status: error ? "Error" : one.status };
        return { ...extra, id: referral.id, referral, error };
      });
      const table = withDeals(tableOf(deals.map(({ referral }) => referral)), deals as unknown as FieldRow[]);
      const counted = partnerCenterDeals(table, allRows(table), () => true);
      type Deal = (typeof deals)[number];
      const count = (...tests: ((deal: Deal) => boolean)[]) =>
        deals.filter((deal) => tests.every((test) => test(deal))).length;
      const isLead = ({ kind }: Deal) => kind?.endsWith("-lead") === true;
      const isDeal = ({ kind }: Deal) => kind !== null && !kind.endsWith("-lead");
      const isShown = ({ kind, error }: Deal) => kind !== "private" && !error;
      const isWon = ({ referral }: Deal) => outcomeCountOf(referral).outcome === "won";
      const isAnswered = ({ referral, direction }: Deal) => {
        const { outcome, accepted } = outcomeCountOf(referral);
        return direction === "outgoing" || accepted || ["won", "lost", "open-accepted"].includes(outcome);
      };
      const rate = (...of: ((deal: Deal) => boolean)[]) =>
        count(...of) === 0 ? { kind: "absent" } : { part: count(...of, isWon), base: count(...of) };
      expect(counted.leads).toMatchObject({ ours: rate(isLead), theirs: rate(isLead, isShown, isAnswered) });
      expect(counted.coSell).toMatchObject({ ours: rate(isDeal), theirs: rate(isDeal, isShown, isAnswered) });
      expect(counted.privateDeals).toEqual({ ours: count(({ kind }) => kind === "private"), theirs: 0 });
      const several = deals.flatMap(({ solutions }) =>
        solutions && solutions.length > 1 ? [solutions] : [],
      );
      expect(counted.solutions).toEqual({ ours: several.length, theirs: several.flat().length });
      expect(counted.errors).toEqual({ ours: count(({ error }) => error), theirs: 0 });
    }),
    { numRuns: 100 },
  );
});

it("counts nothing that the source does not tell", () => {
  const table = tableOf([]);
  const nothing = { leads: null, coSell: null, privateDeals: null, solutions: null };
  expect(partnerCenterDeals(table, allRows(table), () => false)).toMatchObject(nothing);
  expect(partnerCenterDeals(table, allRows(table), (field) => field === "kind").coSell).toBeNull();
});
