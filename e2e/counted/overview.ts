import type { Page } from "playwright/test";
import { keyFiguresOf } from "../expected.ts";
import { countChange } from "../oracle/comparison.ts";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel } from "../oracle/funnel.ts";
import { countMarkets, marketOf } from "../oracle/markets.ts";
import { whyRate } from "../oracle/why.ts";
import { readFunnel, readKeyFigures, readMarkets } from "../overview-page.ts";
import { exact, known, panel, readTable } from "../page.ts";
import { sidesWithData } from "../views/markets-page.ts";
import { visit } from "../views/referrals-page.ts";
import { expectedCounts, readCounts } from "../views/trends-page.ts";
import { type Check, rounded, soon } from "./check.ts";

/** The figures of the Overview. */
export async function overviewIsCounted(page: Page, check: Check): Promise<void> {
  const { all, filtered, selected } = check;
  const address = `/?${check.search}&as=table`;
  await visit(page, address);
  const { stages, exits } = countFunnel(selected);
  await soon(address, () => readFunnel(page), { stages, exits });
  await soon(address, () => readKeyFigures(page), noDash(keyFiguresOf(selected)));
  const sides = sidesWithData(all, check.search, check);
  await soon(`${address} changes`, () => readChanges(page), sides && expectedChanges(...sides));
  const why = sides && whyRate(...sides, "win", marketOf);
  await soon(`${address} why`, () => readWhy(page), why && roundedParts(why));
  for (const [column, key] of Object.entries(COLUMNS)) {
    const counts = countMarkets(selected).map((market) => [market.code, market[key]]);
    await soon(`${address} ${column}`, () => readMarkets(page, column), Object.fromEntries(counts));
  }
  await soon(
    `${address} trend`,
    () => readCounts(page, "Referrals over time"),
    expectedCounts(filtered, check),
  );
}

const COLUMNS = { Referrals: "referrals", Open: "open" } as const;

/** A dash has no value, which reads as 0. */
function noDash(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number.isFinite(value) ? value : 0]),
  );
}

const COMPARED = ["Created", "Acknowledged", "Accepted", "Won", "Acceptance rate", "Win rate"];

/** The changes of the key figures; null where there is none at all. */
async function readChanges(page: Page): Promise<Record<string, number | null> | null> {
  const [, ...rows] = await readTable(panel(page, "Key figures").getByRole("table"));
  const changes = rows.flatMap(([name, , , change]) => {
    const value = exact(change);
    return COMPARED.includes(name?.text ?? "") ? [[name?.text, value === null ? null : rounded(value)]] : [];
  });
  return changes.some(([, value]) => value !== null) ? Object.fromEntries(changes) : null;
}

function expectedChanges(own: readonly Referral[], before: readonly Referral[]): object | null {
  const [now, then] = [keyFiguresOf(own), keyFiguresOf(before)];
  const changes = COMPARED.map((name) => {
    const [a = 0, b = 0] = [then[name], now[name]];
    const change = known(name.endsWith("rate") ? (b - a) * 100 : countChange(a, b));
    return [name, change === null ? null : rounded(change)];
  });
  return changes.some(([, value]) => value !== null) ? Object.fromEntries(changes) : null;
}

type Parts = Record<string, { mix: number | null; rate: number | null }>;

/** What each market adds to the change of the win rate, and that all of it adds up; null where nothing is explained. */
export async function readWhy(page: Page, title = "Why it changed"): Promise<Parts | null> {
  const table = panel(page, title).getByRole("table");
  if ((await table.count()) === 0) return null;
  const [, ...rows] = await readTable(table);
  const [change, ...parts] = rows.toReversed();
  const sum = parts.reduce((sum, [, effect]) => sum + (exact(effect) ?? 0), 0);
  if (Math.abs(sum - (exact(change?.[1]) ?? 0)) > 1e-9) throw new Error("The effects do not add up.");
  const read = parts.map(([name, , mix, rate]) => {
    const key = name?.text === "Small segments" ? "small" : (name?.value ?? "");
    return [key, { mix: exact(mix), rate: exact(rate) }] as const;
  });
  return roundedParts(Object.fromEntries(read));
}

/** No negative zero. */
export function roundedParts(parts: Parts): Parts {
  const plain = (value: number | null) => (value === null ? null : Number(rounded(value)) + 0);
  const entries = Object.entries(parts).map(([key, { mix, rate }]) => [
    key,
    { mix: plain(mix), rate: plain(rate) },
  ]);
  return Object.fromEntries(entries);
}
