import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import { ANY_MEASURE, GIVEN_USD, REGISTRATIONS, RISKS } from "#referrals/deals.ts";
import { type Outcome, outcomeGroupOf } from "#referrals/outcome.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { type FieldRow, withDeals } from "./deal-columns.ts";
import { countDealTexts, splitCounts, splitOverTime } from "./deal-splits.ts";
import {
  lossReasons,
  pipeline,
  REASONED,
  registrationsOf,
  valueAtRisk,
  valuesByMeasure,
  wonOverTime,
} from "./deal-summary.ts";
import type { RecordFilter } from "./record-filter.ts";
import { allRows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";
import { anyRecords, NEWEST } from "./testing/arbitraries.ts";
import { CONTEXT } from "./testing/keeps-those.ts";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const cents = fc.integer({ min: -5_000, max: 1_000_000 }).map((amount) => amount / 100);
const near = fc.integer({ min: -60, max: 60 }).map((days) => NEWEST + days * DAY_MS);

const anyFields = fc.record({
  dealValue: maybe(cents),
  dealValueUsd: maybe(cents),
  currency: fc.constantFrom("EUR", "usd", "USD", "JPY", null),
  salesStage: fc.constantFrom("10", "40", "100", "Closing", null),
  statusReason: fc.constantFrom("Budget", "No answer", null),
  solutions: fc.constantFrom(["A", "B"], ["A"], ["A", "A"], null),
  expectedCloseDate: maybe(near),
  updatedDate: maybe(near),
  registrationStatus: fc.constantFrom("Approved", "ActionRequired", "Review Pending", "None", null),
  registeredDate: maybe(near),
  approvedDate: maybe(near),
});

/** Records with their deal fields, in the same order. */
const anyDeals = fc
  .tuple(anyRecords, fc.array(anyFields, { minLength: 60, maxLength: 60 }))
  .map(([{ referrals, table }, fields]) => {
    const deals = referrals.map((one, at) => ({
      ...(fields[at] as NonNullable<(typeof fields)[number]>),
      id: one.id,
      outcome: outcomeCountOf(one).outcome as Outcome,
    }));
    return { deals, table: withDeals(table, deals as FieldRow[]) };
  });
type Deal = typeof anyDeals extends fc.Arbitrary<{ deals: (infer One)[] }> ? One : never;

const measureOf = ({ currency }: Deal) => currency?.toUpperCase() ?? "";
const amountOf = (deal: Deal, measure: string) =>
  measure === GIVEN_USD ? deal.dealValueUsd : measureOf(deal) === measure ? deal.dealValue : null;
/** Sums in integer cents, to avoid rounding. */
const sumOf = (deals: readonly Deal[], measure: string) =>
  deals.reduce((sum, deal) => sum + Math.round((amountOf(deal, measure) ?? 0) * 100), 0) / 100;
const groupIs = (wanted: string) => (deal: Deal) => outcomeGroupOf(deal.outcome) === wanted;
const hasAmount = (measure: string) => (deal: Deal) => amountOf(deal, measure) !== null;

describe("sums of deals", () => {
  it("are of one currency each, and count a deal once however many solutions it lists", () => {
    fc.assert(
      fc.property(anyDeals, ({ deals, table }) => {
        const { measures, unvalued } = valuesByMeasure(table, allRows(table), { now: NEWEST });
        const wanted = new Set([
          ...deals.flatMap((deal) => (deal.dealValue === null ? [] : [measureOf(deal)])),
          ...deals.flatMap((deal) => (deal.dealValueUsd === null ? [] : [GIVEN_USD])),
        ]);
        expect(new Set(measures.map(({ measure }) => measure))).toEqual(wanted);
        for (const { measure, open, won } of measures)
          for (const [found, group] of [
            [open, "open"],
            [won, "won"],
          ] as const) {
            const all = deals.filter(groupIs(group)).filter(hasAmount(measure));
            expect(found.count).toBe(all.length);
            expect(found.sum).toBeCloseTo(sumOf(all, measure), 6);
          }
        const none = deals.filter((deal) => deal.dealValue === null && deal.dealValueUsd === null);
        expect(unvalued).toEqual({
          open: none.filter(groupIs("open")).length,
          won: none.filter(groupIs("won")).length,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("add up to the whole over stages, risks and time, and open as many deals as they say", () => {
    const axis = {
      date: "createdDate",
      grain: "week",
      period: { from: dayOfInstant(NEWEST - 60 * DAY_MS), to: dayOfInstant(NEWEST) },
      dataTime: NEWEST,
    } as const;
    fc.assert(
      fc.property(anyDeals, fc.constantFrom("EUR", "USD", "", GIVEN_USD), ({ deals, table }, measure) => {
        const rows = allRows(table);
        const opened = (filter: RecordFilter) => rowsMatching(table, filter, CONTEXT).length;
        const open = deals.filter(groupIs("open"));
        const { by, stages } = pipeline(table, rows, measure);
        expect(stages.reduce((sum, { deals: count }) => sum + count, 0)).toBe(open.length);
        expect(stages.reduce((sum, { value }) => sum + value.sum, 0)).toBeCloseTo(sumOf(open, measure), 6);
        for (const { key, deals: count, value } of stages) {
          const drill: RecordFilter =
            by === "salesStage"
              ? { fate: "open", values: { salesStage: [key] } }
              : { outcomes: [key as Outcome] };
          expect(opened(drill)).toBe(count);
          expect(opened({ ...drill, valued: measure })).toBe(value.count);
          expect(opened({ ...drill, unvalued: measure })).toBe(count - value.count);
        }
        const risks = valueAtRisk(table, rows, measure, { now: NEWEST });
        for (const { key, deals: count } of risks) expect(opened({ risks: [key] })).toBe(count);
        const late = open.filter(({ expectedCloseDate: at }) => at !== null && at + DAY_MS <= NEWEST);
        expect(risks[0]?.deals).toBe(late.length);
        expect(opened({ risks: RISKS })).toBe(risks.reduce((sum, { deals: count }) => sum + count, 0));
        const won = wonOverTime(table, rows, measure, axis);
        const dated = rowsMatching(
          table,
          { fate: "won", lacking: [{ field: "createdDate", because: "either" }] },
          CONTEXT,
        );
        expect(won.reduce((sum, { deals: count }) => sum + count, 0) + dated.length).toBe(
          deals.filter(groupIs("won")).length,
        );
        expect(opened({ fate: "open", unvalued: ANY_MEASURE })).toBe(
          open.filter((deal) => deal.dealValue === null && deal.dealValueUsd === null).length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("reasons and registrations", () => {
  it("are split by a text and a day, with those that were won", () => {
    fc.assert(
      fc.property(anyDeals, ({ deals, table }) => {
        const options = { date: "createdDate", grain: "year", stage: "won" } as const;
        const found = splitCounts(table, allRows(table), "salesStage", options);
        for (const { key, day, count, part, open } of found) {
          const days = { field: "createdDate", from: day, to: `${day.slice(0, 4)}-12-31` } as const;
          const own = rowsMatching(table, { values: { salesStage: [key] }, dates: [days] }, CONTEXT);
          const outcomes = Array.from(own, (row) => deals[row]?.outcome ?? "unrecognised");
          const won = outcomes.filter((outcome) => outcome === "won").length;
          const waiting = outcomes.filter((outcome) => outcomeGroupOf(outcome) === "open").length;
          expect([count, part, open]).toEqual([own.length, won, waiting]);
        }
        const dated = rowsMatching(
          table,
          { dates: [{ field: "createdDate", from: null, to: null }] },
          CONTEXT,
        );
        expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(dated.length);
      }),
    );
  });

  it.each(["salesStage", "solution"] as const)("open, over time by %s, the referrals they count", (field) => {
    fc.assert(
      fc.property(anyDeals, ({ deals, table }) => {
        const period = { from: "2024-01-01", to: "2024-12-31" };
        const axis = { date: "createdDate", grain: "year", period, dataTime: NEWEST } as const;
        const split = splitOverTime(table, allRows(table), field, axis, 2);
        for (const { values, total, counts } of [...split.rows, split.others ?? split.all]) {
          const drill = values.length > 0 ? { values: { [field]: values } } : {};
          expect(rowsMatching(table, drill, CONTEXT)).toHaveLength(total);
          const dates = [{ field: "createdDate", ...period } as const];
          expect(counts).toEqual([rowsMatching(table, { ...drill, dates }, CONTEXT).length]);
        }
        expect(split.rows.length).toBe(split.named.length + (split.others?.values.length ?? 0));
        const entries = deals.flatMap(({ solutions }) =>
          field === "solution" ? [...new Set((solutions ?? [""]) as string[])] : [""],
        );
        expect(split.rows.reduce((sum, { total }) => sum + total, 0)).toBe(entries.length);
      }),
      { numRuns: 60 },
    );
  });

  it("are those of each referral, once", () => {
    fc.assert(
      fc.property(anyDeals, ({ deals, table }) => {
        const axis = {
          date: "createdDate",
          grain: "year",
          period: { from: "2024-01-01", to: "2024-12-31" },
          dataTime: NEWEST,
        } as const;
        const rows = allRows(table);
        for (const row of lossReasons(table, rows, axis).rows)
          for (const outcome of REASONED)
            expect(row[outcome]).toBe(
              deals.filter((deal) => deal.outcome === outcome && (deal.statusReason ?? "") === row.reason)
                .length,
            );
        const { won, steps } = registrationsOf(table, rows, "EUR");
        expect(won).toBe(deals.filter(groupIs("won")).length);
        expect(steps.map(({ key }) => key)).toEqual(REGISTRATIONS);
        expect(steps.reduce((sum, { deals: count }) => sum + count, 0)).toBe(won);
        const approved = deals
          .filter(groupIs("won"))
          .filter(({ registrationStatus, approvedDate }) =>
            registrationStatus === null || registrationStatus === "None"
              ? approvedDate !== null
              : registrationStatus === "Approved",
          );
        expect(steps.find(({ key }) => key === "approved")?.deals).toBe(approved.length);
        for (const { value, count } of countDealTexts(table, "solution", rows)) {
          expect(count).toBe(
            deals.filter(({ solutions }) => ((solutions ?? [""]) as string[]).includes(value)).length,
          );
          expect(rowsMatching(table, { values: { solution: [value] } }, CONTEXT)).toHaveLength(count);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it("matches what is told to records by their ids, whatever the order", () => {
  fc.assert(
    fc.property(anyDeals, ({ deals, table }) => {
      const ids = deals.map(({ id }) => id);
      const turned = deals.filter(({ id }) => ids.indexOf(id) === ids.lastIndexOf(id)).toReversed();
      const again = withDeals(table, [
        ...turned,
        ...deals.filter((deal) => !turned.includes(deal)),
      ] as FieldRow[]);
      expect(deals.length === 0 || again.extras?.numbers.value).toEqual(
        deals.length === 0 || table.extras?.numbers.value,
      );
    }),
    { numRuns: 30 },
  );
});
