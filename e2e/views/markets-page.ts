import type { Page } from "playwright/test";
import { comparedWith, ofFilters } from "../oracle/address.ts";
import { type ComparedWith, countChange, sidesOf } from "../oracle/comparison.ts";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel } from "../oracle/funnel.ts";
import { countMarkets, marketOf } from "../oracle/markets.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import type { Period } from "../oracle/period.ts";
import { intervalText, quotient, type RateName, shareOf } from "../oracle/rates.ts";
import { countRouting, type Line } from "../oracle/routing.ts";
import { DAY, waitOf } from "../oracle/times.ts";
import type { Grain } from "../oracle/trend.ts";
import { bucketStates, dayIn, daysOfBuckets, within } from "../oracle/trend-figures.ts";
import { type Cell, exact, known, panel, readTable } from "../page.ts";

/** The figures of the ranked table by market and column; null where there is a dash. */
export type Ranked = Record<string, Record<string, number | null>>;

const ranked = (page: Page) => panel(page, "Customer markets");

export async function readRanked(page: Page): Promise<Ranked> {
  const [head = [], ...rows] = await readTable(ranked(page).getByRole("table"));
  const names = head.slice(1).map(({ text }) => text);
  return Object.fromEntries(
    rows.map(([market, ...cells]) => [
      market?.value,
      Object.fromEntries(
        names.flatMap((name, at) => (isOfComparison(name) ? [] : [[name, exact(cells[at])]])),
      ),
    ]),
  );
}

/** What stands behind the others where something is compared; `equal-age.test.ts` is about these. */
function isOfComparison(name: string): boolean {
  return name.includes(" before, ") || name.endsWith(", change");
}

const isOpen = (one: Referral) => outcomeOf(one).startsWith("Open");

/** Each market's figures among `selected`; `sides` are the referrals of both periods that are compared. */
export function expectedRanked(
  selected: readonly Referral[],
  sides: readonly [readonly Referral[], readonly Referral[]] | null,
): Ranked {
  return byMarket(selected, (some, code) => {
    const [now = 0, before = 0] = (sides ?? []).map((side) => ofMarket(side, code).length);
    const { Accepted, Won } = countFunnel(some).stages;
    const close = shareOf(some, "close");
    return {
      Referrals: some.length,
      Change: sides ? known(countChange(before, now)) : null,
      Share: some.length / selected.length,
      "Acceptance rate": Accepted / some.length,
      "Win rate": Won / some.length,
      "Close rate": quotient(close.part, close.base),
      "Days to accept": known(daysToAccept(some)),
      Open: some.filter(isOpen).length,
      Overdue: some.filter((one) => (waitOf(one, Date.now()) ?? 0) > DAY).length,
    };
  });
}

function ofMarket(referrals: readonly Referral[], code: string): Referral[] {
  return referrals.filter((one) => marketOf(one) === code);
}

function byMarket<T>(
  selected: readonly Referral[],
  figures: (some: Referral[], code: string) => T,
): Record<string, T> {
  const codes = countMarkets(selected).map(({ code }) => code);
  return Object.fromEntries(codes.map((code) => [code, figures(ofMarket(selected, code), code)]));
}

/** The median of whole days, to a tenth. */
function daysToAccept(some: readonly Referral[]): number {
  const days = some
    .map((one) => (Date.parse(dayIn(one, "accepted") ?? "") - Date.parse(dayIn(one, "created") ?? "")) / DAY)
    .filter((count) => count >= 0)
    .sort((a, b) => a - b);
  const rank = (days.length - 1) / 2;
  const middle = ((days[Math.floor(rank)] ?? Number.NaN) + (days[Math.ceil(rank)] ?? Number.NaN)) / 2;
  return Math.round(middle * 10) / 10;
}

/** Both sides of a comparison; null where there is nothing to compare, or the data begins later. */
export function sidesWithData(
  all: readonly Referral[],
  search: string,
  { basis, period, compare }: { basis: string; period: Period; compare: ComparedWith | "none" },
): [Referral[], Referral[]] | null {
  if (compare === "none") return null;
  const { own, before, isEarly } = sidesOf(period, compare, new Date().toISOString().slice(0, 10));
  const [first = ""] = all.flatMap((one) => dayIn(one, "created") ?? []).sort();
  if (isEarly || before.from < `${first.slice(0, 7)}-01`) return null;
  const address = `/?${search}`;
  return [
    within(ofFilters(all, address), basis, own),
    comparedWith(all, address, { own, before }, Date.now()),
  ];
}

/** The intervals of acceptance, win and close rate, as the tooltips of a market's rates say them. */
export function readRateTitles(page: Page): Promise<Record<string, string[]>> {
  return ranked(page)
    .getByRole("table")
    .evaluate((table) => {
      const rows = [...((table as HTMLTableElement).tBodies[0]?.rows ?? [])];
      return Object.fromEntries(
        rows.map((row) => [
          row.cells[0]?.querySelector("data")?.value,
          [4, 5, 6].map((at) => row.cells[at]?.querySelector("[title]")?.getAttribute("title") ?? "–"),
        ]),
      );
    });
}

export function expectedRateTitles(selected: readonly Referral[]): Record<string, string[]> {
  const rates = ["acceptance", "win", "close"] as const satisfies RateName[];
  return byMarket(selected, (some) =>
    rates.map((rate) => {
      const share = shareOf(some, rate);
      const [part, base] = [share.part, share.base].map((count) => count.toLocaleString("en-US"));
      return base === "0" ? "–" : `${part} of ${base}, 95% confidence interval: ${intervalText(share)}`;
    }),
  );
}

/** How far from the top the points of each sparkline stand, in pixels. */
export function readSparklines(page: Page): Promise<Record<string, number[]>> {
  return ranked(page)
    .getByRole("table")
    .evaluate((table) => {
      const rows = [...((table as HTMLTableElement).tBodies[0]?.rows ?? [])];
      const places = (row: Element) => row.querySelector(".sparkline polyline")?.getAttribute("points") ?? "";
      return Object.fromEntries(
        rows.map((row) => [
          row.cells[0]?.querySelector("data")?.value,
          [...places(row).matchAll(/,(\S+)/g)].map(([, y]) => Number(y)),
        ]),
      );
    });
}

/** A market's referrals in each finished bucket, between the lowest place and that of its highest. */
export function expectedSparklines(
  selected: readonly Referral[],
  { basis, period, grain }: { basis: string; period: Period; grain: Grain },
): Record<string, number[]> {
  const states = bucketStates(period, grain, Date.now());
  const finished = daysOfBuckets(period, grain).filter((_, at) => states[at]?.isFinished);
  const [lowest, highest] = [18.5, 1.5];
  return byMarket(selected, (some) => {
    const counts = finished.map((days) => within(some, basis, days).length);
    const most = Math.max(1, ...counts);
    return counts.map((count) => Number((lowest - (count / most) * (lowest - highest)).toFixed(1)));
  });
}

export type RoutingFigures = { columns: string[]; rows: [string, ...(number | null)[]][] };

/** The routing matrix: what each row and column is, and all, domestic and crossing figures of a row. */
export async function readRouting(page: Page): Promise<RoutingFigures> {
  const [head = [], ...rows] = await readTable(panel(page, "Routing").getByRole("table"));
  return {
    columns: head.slice(3).map(nameOf),
    rows: rows.map(([name, ...cells]) => [nameOf(name), ...cells.map(exact)]),
  };
}

function nameOf(cell: Cell | undefined): string {
  return cell?.text.startsWith("Other") ? cell.text : (cell?.value ?? "");
}

/** What each cell says: how many, or a rate of them; 0 for a cell without any. */
export function expectedRouting(
  selected: readonly Referral[],
  cell: "count" | "acceptance" | "win",
): RoutingFigures {
  const figure = (some: readonly Referral[]) => {
    if (cell === "count" || some.length === 0) return some.length;
    const { part, base } = shareOf(some, cell);
    return part / base;
  };
  const { columns, rows } = countRouting(selected);
  return {
    columns: columns.map(({ name }: Line) => name),
    rows: rows.map(({ line, domestic, cells }) => [
      line.name,
      [domestic, ...cells].reduce((sum, some) => sum + some.length, 0),
      ...[domestic, ...cells].map(figure),
    ]),
  };
}
