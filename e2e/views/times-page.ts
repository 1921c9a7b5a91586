import type { Page } from "playwright/test";
import type { Referral } from "../oracle/csv.ts";
import type { Period } from "../oracle/period.ts";
import { quotient } from "../oracle/rates.ts";
import { answerOf, DAY, HOUR, quantilesOf, TIMES, type TimeName, tookOf, waitOf } from "../oracle/times.ts";
import type { Grain } from "../oracle/trend.ts";
import { daysOfBuckets, keyOf, largestKeys, type Split, within } from "../oracle/trend-figures.ts";
import { exact, known, panel, readTable } from "../page.ts";

/** What a row is about, and its exact numbers. */
export type Row = readonly (string | number | null)[];

/** The numbers of rows alone. */
export function figures(rows: readonly Row[]): Row[] {
  return rows.map(([, ...numbers]) => numbers);
}

/** The exact numbers of some columns, by the key of the row or what is written there. */
export async function readRows(page: Page, title: string, columns: readonly number[]): Promise<Row[]> {
  const [, ...rows] = await readTable(panel(page, title).getByRole("table").first());
  return rows.map((cells) => [
    cells[0]?.value || (cells[0]?.text ?? ""),
    ...columns.map((column) => exact(cells[column])),
  ]);
}

export function expectedKey(referrals: readonly Referral[]): Row[] {
  return (Object.keys(TIMES) as TimeName[]).map((time) => {
    const { count, median, p75, p90 } = quantilesOf(referrals, time);
    return [time, count, known(median), known(p75), known(p90)];
  });
}

const NAMELESS = { market: "No market", partner: "No market", size: "No size", outcome: "" };

/** A row per part, the largest first, ties by key; "" is shown by its name and comes last among equals. */
export function expectedParts(
  referrals: readonly Referral[],
  split: Split,
  time: TimeName,
  limit: number,
): Row[] {
  const { series, rest } = largestKeys(referrals, split);
  return [...series, ...rest].map((key) => {
    const some = referrals.filter((one) => keyOf(one, split) === key);
    const { count, median, p75, p90 } = quantilesOf(some, time);
    const inTime = some.filter((one) => answerOf(one, limit, Date.now()) === "in-time").length;
    return [
      key || NAMELESS[split],
      some.length,
      count,
      ...[median, p75, p90].map(known),
      inTime / some.length,
    ];
  });
}

const ANSWER_EDGES = [1, 4, 12, 24, 48, 72, 168, 336].map((hours) => hours * HOUR);
const WIN_EDGES = [1, 3, 7, 14, 30, 60, 90, 180].map((count) => count * DAY);

/** The bins of a time, each up to its edge, and their shares. */
export function expectedSpread(referrals: readonly Referral[], time: TimeName): Row[] {
  const times = referrals.flatMap((one) => tookOf(one, time) ?? []);
  const edges = time === "accepted-won" ? WIN_EDGES : ANSWER_EDGES;
  return [...edges, Infinity].map((edge, at) => {
    const count = times.filter((ms) => ms > (edges[at - 1] ?? -1) && ms <= edge).length;
    return [count, quotient(count, times.length)];
  });
}

/** How many took a time in each bucket of a date, and their median and 90th percentile. */
export function expectedTrend(
  referrals: readonly Referral[],
  time: TimeName,
  { basis, period, grain }: { basis: string; period: Period; grain: Grain },
): Row[] {
  return daysOfBuckets(period, grain).map((days) => {
    const { count, median, p90 } = quantilesOf(within(referrals, basis, days), time);
    return [count, known(median), known(p90)];
  });
}

const GROUPS = ["in-time", "late", "unanswered", "still-within", "unknown"];

/** A column a limit: the groups, all of them, and the share in time. */
export function expectedAnswers(referrals: readonly Referral[], limits: readonly number[]): Row[] {
  const now = Date.now();
  const count = (group: string, limit: number) =>
    referrals.filter((one) => answerOf(one, limit, now) === group).length;
  return [
    ...GROUPS.map((group) => [group, ...limits.map((limit) => count(group, limit))]),
    ["created", ...limits.map(() => referrals.length)],
    ["share", ...limits.map((limit) => quotient(count("in-time", limit), referrals.length))],
  ];
}

export function expectedWaiting(referrals: readonly Referral[], answer: number, expiry: number): Row[] {
  const ages = referrals.flatMap((one) => waitOf(one, Date.now()) ?? []);
  const count = (passes: (age: number) => boolean) => ages.filter(passes).length;
  return [
    ["soon", count((age) => age <= answer && age + DAY > answer)],
    ["pastAnswer", count((age) => age > answer)],
    ["pastExpiry", count((age) => age > expiry)],
    ["waiting", ages.length],
  ];
}

/** The names of those that wait as long as they should, the oldest first. */
export function expectedListed(referrals: readonly Referral[], passes: (age: number) => boolean): string[] {
  return referrals
    .flatMap((one) => {
      const age = waitOf(one, Date.now());
      return age !== null && passes(age) ? [{ name: one.customerName ?? "", age }] : [];
    })
    .sort((a, b) => b.age - a.age)
    .map(({ name }) => name);
}
