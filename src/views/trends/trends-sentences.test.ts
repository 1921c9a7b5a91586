import { describe, expect, it } from "vitest";
import { createI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { cutToPassed } from "#referrals/comparison.ts";
import { rateTarget } from "#referrals/testing/rate-target.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import type { TrendMeasure } from "#selection/keys/trends.ts";
import { comparedDays } from "./compared-days.ts";
import type { PartRow } from "./rate-parts.ts";
import { targetSentence, trendsSentences } from "./trends-sentences.ts";
import { comparedTrend, trendsModel } from "./trends-view-model.ts";

const i18n = createI18n(["en-US"]);
await i18n.loadViews();

const plain = (text: string) => text.replace(/[\u2009\u202f]/g, " ");
const PERIOD = { from: "2026-09-01", to: "2026-11-30" };
const row = (day: string, count: number, part = 0, open = 0): PartRow => ({
  key: "DE",
  day,
  count,
  part,
  open,
});

/** Autumn 2026 as of 11 November. */
function modelOf(rows: readonly PartRow[], measure: TrendMeasure, before: readonly PartRow[]) {
  const [grain, dataTime]: [Grain, number] = ["month", Date.parse("2026-11-11T12:00:00Z")];
  const compared = { by: "last-year" as const, ...cutToPassed(PERIOD, "last-year", "2026-11-11") };
  const ranges = comparedDays(trendAxis(PERIOD, grain, dataTime), compared);
  const keys = { form: "stacked" as const, means: [], total: false, split: null, other: false, measure };
  return trendsModel({
    rows,
    period: PERIOD,
    grain,
    dataTime,
    by: "market",
    compareKeys: () => 0,
    keys,
    compared: comparedTrend({ compared, ranges, before, level: grain, own: rows, measure }),
  });
}

function sentencesOf(
  rows: readonly PartRow[],
  measure: TrendMeasure,
  before: readonly PartRow[],
  first: string,
  isComparable?: boolean,
) {
  return trendsSentences(modelOf(rows, measure, before), first, i18n, isComparable).map(plain);
}

describe("what the Trends say", () => {
  it("names the range, the last finished bucket, both sides of the comparison, and what is unfinished", () => {
    const rows = [row("2026-09-01", 40), row("2026-10-01", 50), row("2026-11-01", 9)];
    expect(sentencesOf(rows, "count", [row("2025-09-01", 90)], "2024-01-01")).toEqual([
      "Lowest: 40 (Sep 2026). Highest: 50 (Oct 2026). Last full month (Oct 2026): 50, +25.0% from the month before.",
      "99 for Sep 1 – Nov 10, 2026, +10.0% compared to 90 for Sep 1 – Nov 10, 2025.",
      "Both include only the days elapsed so far.",
      "Partial (faded): Nov 2026 (10 of 30 days).",
    ]);
  });

  it("says of rates how they moved in points, and of small bases nothing", () => {
    const rows = [row("2026-09-01", 40, 10), row("2026-10-01", 50, 20), row("2026-11-01", 9, 9)];
    expect(sentencesOf(rows, "win", [row("2025-09-01", 20, 5)], "2024-01-01").slice(0, 4)).toEqual([
      "Lowest: 25.0% (Sep 2026). Highest: 40.0% (Oct 2026). Small samples excluded.",
      "Last full month (Oct 2026): 40.0% of 50.",
      "Open referrals count as not won yet, so recent intervals may still rise.",
      "39.4% for Sep 1 – Nov 10, 2026, +14.4 points (within chance) compared to 25.0% for Sep 1 – Nov 10, 2025.",
    ]);
    const few = [row("2026-09-01", 4, 1), row("2026-10-01", 5, 4)];
    expect(sentencesOf(few, "win", [], "2024-01-01")[0]).toMatch(/^Last full month/);
  });

  it("compares rates of buckets only where no referral is open, or all are old enough", () => {
    const rangeOf = (october: PartRow, measure: TrendMeasure) => {
      const september = row("2026-09-01", 40, 20);
      const before = sentencesOf([row("2026-08-01", 40, 8), september, october], measure, [], "2024-01-01");
      return before[0];
    };
    expect(rangeOf(row("2026-10-01", 50, 1, 40), "win")).toMatch(/^Last full month \(Oct 2026\): 2\.0%/);
    expect(rangeOf(row("2026-10-01", 50, 1), "win")).toMatch(/^Lowest: 2\.0% \(Oct 2026\)/);
    // An unanswered referral expires after 14 days: by 11 November all of September could be accepted, not all of October.
    const three = [row("2026-09-01", 40, 20, 5), row("2026-10-01", 50, 1, 40)];
    expect(sentencesOf(three, "acceptance", [], "2024-01-01")[0]).toMatch(/^Last full month/);
  });

  it("judges a target where a rate hardly changes any more", () => {
    const target = rateTarget({ figure: "win", percent: 7 });
    const rows = [row("2026-09-01", 40, 20), row("2026-10-01", 50, 1, 40)];
    expect(plain(targetSentence(target, modelOf(rows, "win", []), i18n))).toBe(
      "The target at least 7.0% was met in 1 of 1 finished interval; 1 younger one can still change.",
    );
  });

  it("says neither a range nor a change of buckets that differ in age", () => {
    const [said] = sentencesOf(
      [row("2026-09-01", 40), row("2026-10-01", 50)],
      "count",
      [],
      "2024-01-01",
      false,
    );
    expect(said).toMatch(/^Last full month \(Oct 2026\): 50\.$/);
  });

  it("gives no change where there was nothing, and says that the data begins later", () => {
    const said = sentencesOf([row("2026-10-01", 50)], "count", [], "2026-02-01");
    expect(said).toContain("50 for Sep 1 – Nov 10, 2026, compared to 0 for Sep 1 – Nov 10, 2025.");
    expect(said).toContain("Data starts in Feb 2026, after the start of the comparison period.");
  });
});
