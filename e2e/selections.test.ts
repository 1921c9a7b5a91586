import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { keyFiguresOf } from "./expected.ts";
import { chance } from "./mixed-data.ts";
import { behindAddress, ofTerms, selectionOf } from "./oracle/address.ts";
import type { Referral } from "./oracle/csv.ts";
import { countFunnel } from "./oracle/funnel.ts";
import { countMarkets, marketOf } from "./oracle/markets.ts";
import { outcomeOf } from "./oracle/outcome.ts";
import { rankedParts } from "./oracle/parts.ts";
import { DAY } from "./oracle/times.ts";
import { countsOverTime, dayIn, keyOf } from "./oracle/trend-figures.ts";
import { readFunnel, readKeyFigures, readMarkets } from "./overview-page.ts";
import { panel, readColumn } from "./page.ts";
import { type RandomSelection, randomSelection } from "./random-selection.ts";
import { expectedFunnelTable, readFunnelTable, readParts } from "./views/funnel-page.ts";
import { visit } from "./views/referrals-page.ts";
import { expectedAnswers, expectedKey, expectedWaiting, readRows } from "./views/times-page.ts";
import { readCounts } from "./views/trends-page.ts";

const crm = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});

/** The records of the sample as the endpoint gives them: input for the count, which is made here. */
async function readSample(): Promise<Referral[]> {
  const referrals: Referral[] = [];
  let link: string | null = "/partner/v1/analytics/referrals";
  while (link) {
    const page = (await (await fetch(sample().url + link)).json()) as Answer;
    referrals.push(...page.Value);
    link = page["@nextLink"];
  }
  return referrals;
}
type Answer = { Value: Referral[]; "@nextLink": string | null };

type Check = { address: string; all: readonly Referral[]; selected: readonly Referral[] } & RandomSelection;

/** Reads until the page says what was counted; a failure names the address. */
async function soon(address: string, read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect(async () => expect(await read(), address).toEqual(expected)).toPass({ timeout: 40_000 });
}

/** A dash has no value, which reads as 0. */
function noDash(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number.isFinite(value) ? value : 0]),
  );
}

function counts({ address, all, split, grain }: Check): object {
  return countsOverTime(ofTerms(all, address), { ...selectionOf(address, all), split, grain });
}

function byMarket(
  selected: readonly Referral[],
  figure: (some: Referral[]) => number,
): Record<string, number> {
  const codes = countMarkets(selected).map(({ code }) => code);
  return noDash(
    Object.fromEntries(codes.map((code) => [code, figure(selected.filter((one) => marketOf(one) === code))])),
  );
}

const isOpen = (one: Referral) => outcomeOf(one).startsWith("Open");

async function overview(page: Page, check: Check): Promise<void> {
  const { address, selected } = check;
  const { stages, exits } = countFunnel(selected);
  await soon(address, () => readFunnel(page), { stages, exits });
  await soon(address, () => readKeyFigures(page), noDash(keyFiguresOf(selected)));
  await soon(
    address,
    () => readMarkets(page),
    byMarket(selected, (some) => some.length),
  );
  await soon(
    address,
    () => readMarkets(page, "Open"),
    byMarket(selected, (some) => some.filter(isOpen).length),
  );
  await soon(address, () => readCounts(page, "Referrals over time"), counts(check));
}

async function funnel(page: Page, { address, selected }: Check): Promise<void> {
  await soon(address, () => readFunnelTable(page), expectedFunnelTable(selected));
  const partner = (one: Referral) => keyOf(one, "partner");
  await soon(address, () => readParts(page, "Funnel by partner market"), rankedParts(selected, partner));
}

async function trends(page: Page, check: Check): Promise<void> {
  await soon(check.address, () => readCounts(page, "Referrals over time"), counts(check));
}

async function markets(page: Page, { address, selected }: Check): Promise<void> {
  const table = panel(page, "Customer markets").getByRole("table");
  const read = (column: string) => () => readColumn(table, column, ({ value }) => value);
  const reached = (some: Referral[]) => countFunnel(some).stages;
  const lost = (some: Referral[]) => some.filter((one) => outcomeOf(one) === "Lost").length;
  const figures: [string, (some: Referral[]) => number][] = [
    ["Referrals", (some) => some.length],
    ["Share", (some) => some.length / selected.length],
    ["Acceptance", (some) => reached(some).Accepted / some.length],
    ["Win rate", (some) => reached(some).Won / some.length],
    ["Close rate", (some) => reached(some).Won / (reached(some).Won + lost(some))],
    ["Days to accept", daysToAccept],
    ["Open", (some) => some.filter(isOpen).length],
    ["Overdue", (some) => keyFiguresOf(some).Overdue ?? 0],
  ];
  for (const [column, figure] of figures)
    await soon(`${address} ${column}`, read(column), byMarket(selected, figure));
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

async function times(page: Page, { address, selected }: Check): Promise<void> {
  await soon(address, () => readRows(page, "Response times", [1, 2, 3, 4]), expectedKey(selected));
  const limits = [DAY, 14 * DAY];
  await soon(
    address,
    () => readRows(page, "Answered in time", [1, 2]),
    expectedAnswers(selected, limits).map(noNaN),
  );
  await soon(
    address,
    () => readRows(page, "What to answer next", [1]),
    expectedWaiting(selected, DAY, 14 * DAY),
  );
}

function noNaN(row: unknown): unknown {
  return (row as unknown[]).map((cell) => (Number.isNaN(cell) ? null : cell));
}

const VIEWS = { "/funnel": funnel, "/trends": trends, "/markets": markets, "/times": times };

async function expectCounted(
  page: Page,
  all: readonly Referral[],
  seed: number,
  views: string[],
): Promise<void> {
  const selection = randomSelection(all, chance(seed));
  for (const view of ["/", ...views]) {
    const address = `${view}?${selection.search}&as=table&split=partner`;
    const selected = behindAddress(all, address, Date.now());
    await visit(page, address);
    const check = { ...selection, address, all, selected };
    await (view === "/" ? overview(page, check) : VIEWS[view as keyof typeof VIEWS](page, check));
  }
}

const NAMES = Object.keys(VIEWS);

test("random selections show what an independent count finds", async ({ page }) => {
  const seed = Math.floor(Date.now() / 1000) % 100_000;
  test.info().annotations.push({ type: "seed", description: String(seed) });
  const referrals = await readSample();
  await page.goto(sample().url);
  for (const step of [0, 1])
    await expectCounted(page, referrals, seed + step, [NAMES[(seed + step) % NAMES.length] ?? ""]);
});

for (const [name, server, records] of [
  ["the sample", sample, readSample],
  ["a CRM", crm, async () => CRM_REFERRALS],
] as const)
  for (let first = 1; first <= 15; first += 5)
    test(`5 random selections of ${name} from seed ${first} are counted right in all views @long`, async ({
      page,
    }) => {
      test.setTimeout(600_000);
      const referrals = await records();
      await page.goto(server().url);
      for (let seed = first; seed < first + 5; seed++) await expectCounted(page, referrals, seed, NAMES);
    });
