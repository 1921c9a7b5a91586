import type { Page } from "playwright/test";
import { visit } from "../views/referrals-page.ts";
import {
  expectedCompared,
  expectedCounts,
  expectedMeans,
  expectedRates,
  expectedShares,
  expectedStatus,
  readCounts,
  readNamed,
  readTexts,
  TITLES,
} from "../views/trends-page.ts";
import { type Check, rounded, soon } from "./check.ts";

const COMPARED = { "previous-period": "Previous period", "last-year": "Last year" } as const;
const PARTS = { acceptance: "Accepted", win: "Won" } as const;

/** The figures of Trends: counts with their means and comparison, and a rate with what it is made of. */
export async function trendsAreCounted(page: Page, check: Check): Promise<void> {
  await countsAreCounted(page, check);
  await ratesAreCounted(page, check);
}

async function countsAreCounted(page: Page, check: Check): Promise<void> {
  const { filtered, grain } = check;
  const address = `/trends?${check.search}&as=table&mean=7,28`;
  await visit(page, address);
  await soon(address, () => readCounts(page, TITLES.count), expectedCounts(check.filtered, check));
  await soon(`${address} status`, () => readTexts(page, TITLES.count, "Status"), expectedStatus(check));
  await comparisonIsCounted(page, address, check, "count");
  if (grain !== "day") return;
  for (const window of [7, 28]) {
    const read = async () => (await readNamed(page, TITLES.count, `${window}-day average`)).map(rounded);
    const expected = expectedMeans(filtered, check, window).map(rounded);
    await soon(`${address} ${window}`, read, expected);
  }
}

async function ratesAreCounted(page: Page, check: Check): Promise<void> {
  const { filtered, rate } = check;
  const [title, address] = [TITLES[rate], `/trends?${check.search}&as=table&measure=${rate}`];
  await visit(page, address);
  await soon(address, () => readCounts(page, title), expectedRates(filtered, check, rate));
  const shares = expectedShares(filtered, check, rate);
  const column = (key: "part" | "base") => shares.map((share) => share[key]);
  await soon(`${address} part`, () => readNamed(page, title, PARTS[rate]), column("part"));
  await soon(`${address} base`, () => readNamed(page, title, "Referrals"), column("base"));
  const intervals = shares.map(({ interval }) => interval);
  await soon(`${address} interval`, () => readTexts(page, title, "95% CI"), intervals);
  await comparisonIsCounted(page, address, check, rate);
}

async function comparisonIsCounted(
  page: Page,
  address: string,
  check: Check,
  measure: keyof typeof TITLES,
): Promise<void> {
  const { all, search, compare } = check;
  if (compare === "none") return;
  const compared = expectedCompared(all, search, check, compare, measure);
  const read = async (name: string) => (await readNamed(page, TITLES[measure], name)).map(rounded);
  const column = (key: "before" | "change") => compared.map((one) => rounded(one?.[key] ?? null));
  await soon(`${address} compared`, () => read(COMPARED[compare]), column("before"));
  await soon(`${address} changes`, () => read("Change"), column("change"));
}
