import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, bucketStart, GRAINS } from "#lib/calendar.ts";
import { COMPARISONS, cutToPassed } from "#referrals/comparison.ts";
import { entriesOf, joinEntries } from "#referrals/deal-fields.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import { TRENDS_KEYS, type TrendsKeys } from "#selection/keys/trends.ts";
import { comparedDays, levelOf } from "./compared-days.ts";
import { drillOf, drillOfMeasure } from "./figured.tsx";
import { type PartRow, partRows } from "./rate-parts.ts";
import {
  comparedTrend,
  type Figured,
  figureAt,
  type Part,
  partsShown,
  shareAt,
  type TrendsModel,
  type TrendsOptions,
  trendsModel,
} from "./trends-view-model.ts";

const PERIOD = { from: "2026-01-01", to: "2026-03-31" };
const LATER = Date.parse("2027-01-01");

const keysOf = (part: Partial<TrendsKeys>): TrendsKeys => ({
  form: TRENDS_KEYS.form.fallback,
  measure: TRENDS_KEYS.measure.fallback,
  means: [],
  total: false,
  other: false,
  split: null,
  ...part,
});

const modelOf = (rows: readonly PartRow[], part: Partial<TrendsKeys>, more: Partial<TrendsOptions> = {}) =>
  trendsModel({
    rows,
    period: PERIOD,
    grain: "month",
    dataTime: LATER,
    by: "market",
    compareKeys: (a, b) => (a < b ? -1 : 1),
    keys: keysOf(part),
    compared: null,
    ...more,
  });

const row = fc
  .record({
    key: fc.constantFrom(..."ABCDEFGHIJKL"),
    day: fc.integer({ min: 0, max: 89 }).map((days) => addDays(PERIOD.from, days)),
    count: fc.integer({ min: 1, max: 20 }),
    share: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ share, ...one }): PartRow => ({ ...one, part: Math.floor((one.count * share) / 4) }));
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

/** Referrals with several solutions each, or none. */
const solutionRows = rows.map((all) =>
  all.map((one, at) => ({
    ...one,
    key: joinEntries([...`${one.key}${all[(at * 7) % all.length]?.key ?? ""}`]),
  })),
);

const countOf = (figure: Figured) => (figure.kind === "count" ? figure.count : Number.NaN);

/** The rows that a part of a trend counts in a bucket. */
function rowsOfPart(some: readonly PartRow[], { trend }: TrendsModel, part: Part, at: number): PartRow[] {
  const inBucket = some.filter(({ day }) => bucketStart(day, "month") === trend.buckets[at]?.start);
  if (part.kind === "all") return inBucket;
  const named = trend.series.map(({ key }) => key);
  const isIn = (key: string) => (part.kind === "other" ? !named.includes(key) : key === part.key);
  return inBucket.filter(({ key }) => entriesOf(key).some(isIn));
}

/** Each part and all have the count or the rate of their own rows. */
function expectOwnFigures(model: TrendsModel, some: readonly PartRow[]): void {
  for (const at of model.trend.buckets.keys())
    for (const part of [...partsShown(model), { kind: "all" } as const]) {
      const own = rowsOfPart(some, model, part, at);
      const base = own.reduce((sum, { count }) => sum + count, 0);
      const won = own.reduce((sum, one) => sum + one.part, 0);
      const rate = base === 0 ? { kind: "absent" } : { kind: "rate", base, part: won };
      const expected = model.measure === "count" ? { kind: "count", count: base } : { kind: "rate", rate };
      expect(figureAt(model, part, at)).toMatchObject(expected);
    }
}

describe("the parts of a trend", () => {
  it("add up to all of each bucket, and their shares to the whole", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const model = modelOf(some, { form: "share" });
        for (const [at, { start }] of model.trend.buckets.entries()) {
          const parts = partsShown(model);
          const all = some.filter(({ day }) => bucketStart(day, "month") === start);
          const total = all.reduce((sum, { count }) => sum + count, 0);
          expect(parts.reduce((sum, part) => sum + countOf(figureAt(model, part, at)), 0)).toBe(total);
          expect(countOf(figureAt(model, { kind: "all" }, at))).toBe(total);
          const shares = parts.map((part) => shareAt(model, part, at));
          if (total === 0) expect(shares.every(({ kind }) => kind === "absent")).toBe(true);
          else
            expect(shares.reduce((sum, one) => sum + (one.kind === "rate" ? one.value : 0), 0)).toBeCloseTo(
              1,
            );
        }
      }),
    );
  });

  it("have the rate of their own referrals, and none where there are none", () => {
    fc.assert(
      fc.property(rows, (some) => {
        expectOwnFigures(modelOf(some, { measure: "win" }), some);
      }),
    );
  });

  it("count a referral once for each of its solutions, and once among the others and in all", () => {
    fc.assert(
      fc.property(solutionRows, fc.constantFrom("count", "win"), (some, measure) => {
        const model = modelOf(some, { measure }, { by: "solution" });
        expect(model.isOverlapping).toBe(true);
        expectOwnFigures(model, some);
      }),
    );
  });

  it("are none for rates by outcome, which would be all or nothing", () => {
    const some: PartRow[] = [{ key: "", day: "2026-01-05", count: 4, part: 1 }];
    expect(partsShown(modelOf(some, { measure: "win" }, { by: "outcome" }))).toEqual([]);
  });
});

describe("moving means", () => {
  const some: PartRow[] = [{ key: "A", day: "2026-01-05", count: 14, part: 0 }];

  it("are drawn by day alone, of counts that add up", () => {
    const means = ["7", "28"] as const;
    expect(modelOf(some, { means }).meanFault).toBe("grain");
    expect(modelOf(some, { means, form: "share" }).meanFault).toBe("share");
    expect(modelOf(some, { means, measure: "win" }).meanFault).toBe("rate");
    expect(modelOf(some, {}).meanFault).toBeNull();
    const byDay = modelOf(some, { means }, { grain: "day" });
    expect(byDay.meanFault).toBeNull();
    expect(
      byDay.means.map(({ days, values }) => [days, values.findIndex(({ kind }) => kind === "mean")]),
    ).toEqual([
      [7, 6],
      [28, 27],
    ]);
    expect(byDay.means[0]?.values[6]).toEqual({ kind: "mean", value: 2 });
  });
});

describe("a comparison", () => {
  it("counts each bucket's days and both sums as they stand in the records", () => {
    const born = fc.array(fc.integer({ min: -500, max: 89 }), { maxLength: 80 });
    fc.assert(
      fc.property(
        born,
        fc.constantFrom(...GRAINS),
        fc.constantFrom(...COMPARISONS),
        fc.constantFrom("2026-02-17", "2026-09-01"),
        (days, grain, by, today) => {
          const all = days.map((at) => addDays(PERIOD.from, at));
          const compared = { by, ...cutToPassed(PERIOD, by, today) };
          const ranges = comparedDays(trendAxis(PERIOD, grain, Date.parse(today)), compared);
          const level = levelOf(ranges, compared.comparison, grain);
          const within = ({ from, to }: { from: string; to: string }) =>
            all.filter((day) => from <= day && day <= to);
          const rowsOf = (some: readonly string[], grained: typeof grain) =>
            some.map((day) => ({ key: "A", day: bucketStart(day, grained), count: 1, part: 0 }));
          const trend = comparedTrend({
            compared,
            ranges,
            level,
            before: rowsOf(within(compared.comparison), level),
            own: rowsOf(within(compared.period), grain),
            measure: "count",
          });
          expect(countOf(trend.before)).toBe(within(compared.comparison).length);
          expect(countOf(trend.own)).toBe(within(compared.period).length);
          for (const bucket of trend.buckets)
            if (bucket) expect(countOf(bucket.figure)).toBe(within(bucket.days).length);
        },
      ),
    );
  });
});

describe("rows of outcome counts", () => {
  it("count for a rate who got so far, and leave out who has no day", () => {
    const outcomeCount = (outcome: Outcome, accepted: boolean, day: string | null) => ({
      outcome,
      accepted,
      acknowledged: false,
      count: 2,
      keys: [day, " de "],
    });
    const some = [
      ...OUTCOMES.map((outcome) => outcomeCount(outcome, false, "2026-01-01")),
      outcomeCount("declined", true, "2026-01-01"),
      outcomeCount("won", true, null),
    ];
    const partOf = (measure: "acceptance" | "win") =>
      partRows(some, "markets", measure).reduce((sum, { part }) => sum + part, 0);
    // Won, lost, open and accepted, and the one declined after acceptance.
    expect(partOf("acceptance")).toBe(8);
    expect(partOf("win")).toBe(2);
    expect(new Set(partRows(some, "markets", "win").map(({ key }) => key))).toEqual(new Set(["DE"]));
    expect(partRows(some, null, "win")).toHaveLength(OUTCOMES.length + 1);
  });
});

describe("what a figure opens", () => {
  const some = [..."ABCDEFGHIJ"].map(
    (key, at): PartRow => ({ key, day: "2026-01-05", count: 20 - at, part: 0 }),
  );
  const modelBy = (by: TrendsOptions["by"]) => modelOf(some, {}, { by });
  const days = { from: "2026-01-01", to: "2026-01-31" };

  it("is a series, what is none of them, or all, within its days", () => {
    expect(drillOf({ kind: "series", key: "B" }, days, modelBy("market"))).toEqual({
      within: days,
      markets: ["B"],
    });
    expect(drillOf({ kind: "other" }, days, modelBy("size"))).toEqual({
      within: days,
      notSizes: [..."ABCDEFGH"],
    });
    expect(drillOf({ kind: "all" }, null, modelBy("outcome"))).toEqual({});
  });

  it("is by values where only some sources tell them, the others one by one", () => {
    const model = modelBy("kind");
    expect(drillOf({ kind: "series", key: "B" }, days, model)).toEqual({
      within: days,
      values: { kind: ["B"] },
    });
    const others = model.trend.other.members.map(({ key }) => key);
    expect(others).not.toHaveLength(0);
    expect(drillOf({ kind: "other" }, null, model)).toEqual({ values: { kind: others } });
  });

  it("is who got so far for a rate", () => {
    expect(drillOfMeasure({ within: days }, "win")).toEqual({ within: days, reached: "won" });
    expect(drillOfMeasure({}, "acceptance")).toEqual({ reached: "accepted" });
    expect(drillOfMeasure({}, "count")).toEqual({});
  });
});
