import type { Page } from "playwright/test";
import type { Referral } from "../oracle/csv.ts";
import { countMarkets, marketOf } from "../oracle/markets.ts";
import { answerOf, DAY, quantilesOf, TIMES, type TimeName, waitOf } from "../oracle/times.ts";
import { panel, readTable } from "../page.ts";

const number = (cell: { text: string; value: string } | undefined) =>
  cell === undefined || cell.text === "–" ? null : Number(cell.value);
export const known = (value: number) => (Number.isNaN(value) ? null : value);

export async function readRows(page: Page, title: string, columns: readonly number[]): Promise<unknown[]> {
  const [, ...rows] = await readTable(panel(page, title).getByRole("table").first());
  return rows.map((cells) => [
    cells[0]?.value || cells[0]?.text,
    ...columns.map((column) => number(cells[column])),
  ]);
}

export function expectedKey(referrals: readonly Referral[]): unknown[] {
  return (Object.keys(TIMES) as TimeName[]).map((time) => {
    const { count, median, p75, p90 } = quantilesOf(referrals, time);
    return [time, count, known(median), known(p75), known(p90)];
  });
}

/** A row per customer market, the largest first, ties by code; "" is shown by its name and comes last among equals. */
export function expectedParts(referrals: readonly Referral[], time: TimeName, limit: number): unknown[] {
  return countMarkets(referrals).map(({ code }) => {
    const some = referrals.filter((one) => marketOf(one) === code);
    const { count, median, p75, p90 } = quantilesOf(some, time);
    const inTime = some.filter((one) => answerOf(one, limit, Date.now()) === "in-time").length;
    const quantiles = [median, p75, p90].map(known);
    return [code || "No market", some.length, count, ...quantiles, inTime / some.length];
  });
}

const GROUPS = ["in-time", "late", "unanswered", "still-within", "unknown"];

/** A column a limit: the groups, all of them, and the share in time. */
export function expectedAnswers(referrals: readonly Referral[], limits: readonly number[]): unknown[] {
  const now = Date.now();
  const count = (group: string, limit: number) =>
    referrals.filter((one) => answerOf(one, limit, now) === group).length;
  return [
    ...GROUPS.map((group) => [group, ...limits.map((limit) => count(group, limit))]),
    ["created", ...limits.map(() => referrals.length)],
    ["share", ...limits.map((limit) => count("in-time", limit) / referrals.length)],
  ];
}

export function expectedWaiting(referrals: readonly Referral[], answer: number, expiry: number): unknown[] {
  const ages = referrals.flatMap((one) => waitOf(one, Date.now()) ?? []);
  const count = (passes: (age: number) => boolean) => ages.filter(passes).length;
  return [
    ["soon", count((age) => age <= answer && age + DAY > answer)],
    ["pastAnswer", count((age) => age > answer)],
    ["pastExpiry", count((age) => age > expiry)],
    ["waiting", ages.length],
  ];
}
