import { expect, type Page } from "playwright/test";
import { comparedWith, ofFilters } from "../oracle/address.ts";
import { type ComparedWith, countChange, dayBefore, sidesOf } from "../oracle/comparison.ts";
import type { Referral } from "../oracle/csv.ts";
import type { Period } from "../oracle/period.ts";
import { intervalText, quotient, shareOf } from "../oracle/rates.ts";
import type { Grain } from "../oracle/trend.ts";
import {
  bucketStates,
  countsOverTime,
  daysOfBuckets,
  keyOf,
  largestKeys,
  type Split,
  within,
} from "../oracle/trend-figures.ts";
import { type Cell, exact, known, panel, readTable } from "../page.ts";

/** The columns of the table up to "All": keys, and the exact figures by bucket. */
export async function readCounts(
  page: Page,
  title: string,
): Promise<{ columns: string[]; rows: (number | null)[][] }> {
  const [head = [], ...rows] = await readTable(panel(page, title).getByRole("table"));
  const last = head.findIndex(({ text }) => text === "All");
  const columns = head.slice(1, last + 1);
  return {
    columns: columns.map(({ text, value }) => (["Other", "All"].includes(text) ? text : value)),
    rows: rows.map((cells) => cells.slice(1, last + 1).map(exact)),
  };
}

/** The exact figures of one column by name; null for a dash. */
export async function readNamed(page: Page, title: string, name: string): Promise<(number | null)[]> {
  return (await readCells(page, title, name)).map(exact);
}

/** What is written in one column by name. */
export async function readTexts(page: Page, title: string, name: string): Promise<string[]> {
  return (await readCells(page, title, name)).map((cell) => cell?.text ?? "");
}

async function readCells(page: Page, title: string, name: string): Promise<(Cell | undefined)[]> {
  const [head = [], ...rows] = await readTable(panel(page, title).getByRole("table"));
  const at = head.findIndex(({ text }) => text === name);
  expect(at, `column ${name}`).toBeGreaterThan(0);
  return rows.map((cells) => cells[at]);
}

export const TITLES = {
  count: "Referrals over time",
  acceptance: "Acceptance rate over time",
  win: "Win rate over time",
} as const;
export type Measure = keyof typeof TITLES;

export type TimeSeriesOptions = { basis: string; period: Period; grain: Grain; split: Split };
export type RateMeasure = Exclude<Measure, "count">;

/** The counts of each series, of Other and of all, by bucket; null for what has not started. */
export function expectedCounts(
  referrals: readonly Referral[],
  options: TimeSeriesOptions,
): { columns: string[]; rows: (number | null)[][] } {
  const states = bucketStates(options.period, options.grain, Date.now());
  const { columns, rows } = countsOverTime(referrals, options);
  return { columns, rows: rows.map((row, at) => (states[at]?.hasBegun ? row : row.map(() => null))) };
}

/** A rate of each series, of Other and of all, by bucket; null for a gap and for what has not started. */
export function expectedRates(
  referrals: readonly Referral[],
  { basis, period, grain, split }: TimeSeriesOptions,
  measure: RateMeasure,
): { columns: string[]; rows: (number | null)[][] } {
  const inside = within(referrals, basis, period);
  const { series, rest } = split === "outcome" ? { series: [], rest: [] } : largestKeys(inside, split);
  const isOf = (keys: readonly string[]) => (one: Referral) => keys.includes(keyOf(one, split));
  const groups = [...series.map((key) => isOf([key])), ...(rest.length > 0 ? [isOf(rest)] : []), () => true];
  const states = bucketStates(period, grain, Date.now());
  return {
    columns: [...series, ...(rest.length > 0 ? ["Other"] : []), "All"],
    rows: daysOfBuckets(period, grain).map((days, at) => {
      const some = within(inside, basis, days);
      if (!states[at]?.hasBegun) return groups.map(() => null);
      return groups.map((isIn) => rateOf(some.filter(isIn), measure));
    }),
  };
}

function rateOf(some: readonly Referral[], measure: RateMeasure): number | null {
  const { part, base } = shareOf(some, measure);
  return quotient(part, base);
}

/** Of each bucket the part, the base and the interval of the rate of all. */
export function expectedShares(
  referrals: readonly Referral[],
  { basis, period, grain }: TimeSeriesOptions,
  measure: RateMeasure,
): { part: number | null; base: number | null; interval: string }[] {
  const states = bucketStates(period, grain, Date.now());
  return daysOfBuckets(period, grain).map((days, at) => {
    const share = shareOf(within(referrals, basis, days), measure);
    if (!states[at]?.hasBegun) return { part: null, base: null, interval: "–" };
    return { ...share, interval: intervalText(share, " – ") };
  });
}

/** The days that each bucket is compared with, their figure and the change against it; null without any. */
export function expectedCompared(
  all: readonly Referral[],
  search: string,
  { basis, period, grain }: TimeSeriesOptions,
  by: ComparedWith,
  measure: Measure,
): ({ before: number | null; change: number | null } | null)[] {
  const { own, before: other, isEarly } = sidesOf(period, by, new Date().toISOString().slice(0, 10));
  const address = `/?${search}`;
  const referrals = ofFilters(all, address);
  const past = comparedWith(all, address, { own, before: other }, Date.now());
  return daysOfBuckets(period, grain).map((days) => {
    const [last = days.to] = [days.to, own.to].sort();
    if (isEarly || days.from > last) return null;
    const earlier = { from: dayBefore(days.from, period, by), to: dayBefore(last, period, by) };
    const [now, then] = [within(referrals, basis, days), within(past, basis, earlier)];
    const before = figureOf(then, measure);
    const isWhole = last === days.to;
    return { before, change: isWhole ? changeOf(before, figureOf(now, measure), measure) : null };
  });
}

function figureOf(some: readonly Referral[], measure: Measure): number | null {
  return measure === "count" ? some.length : rateOf(some, measure);
}

function changeOf(before: number | null, now: number | null, measure: Measure): number | null {
  if (before === null || now === null) return null;
  return measure === "count" ? known(countChange(before, now)) : (now - before) * 100;
}

/** The mean of each day and those before it; null until there are enough, and for days that are not over. */
export function expectedMeans(
  referrals: readonly Referral[],
  { basis, period }: TimeSeriesOptions,
  window: number,
): (number | null)[] {
  const counts = daysOfBuckets(period, "day").map((day) => within(referrals, basis, day).length);
  const states = bucketStates(period, "day", Date.now());
  return counts.map((_, at) => {
    const some = counts.slice(Math.max(0, at - window + 1), at + 1);
    if (some.length < window || !states[at]?.isFinished) return null;
    return some.reduce((total, count) => total + count, 0) / window;
  });
}

/** What the last column says of each bucket. */
export function expectedStatus({ period, grain }: TimeSeriesOptions): string[] {
  return bucketStates(period, grain, Date.now()).map(({ covered, days, isFinished, hasBegun }) => {
    if (!hasBegun) return "not started";
    return isFinished ? "full" : `partial: ${covered} of ${days} days`;
  });
}
