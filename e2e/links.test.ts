import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { linksOf, type RecordsLink, unlinkedFigures } from "./links.ts";
import { chance, MIXED_REFERRALS, MIXED_TIME, mixedServerForFile } from "./mixed-data.ts";
import { behindAddress } from "./oracle/address.ts";
import type { Referral } from "./oracle/csv.ts";
import { expectQuietConsole } from "./page.ts";
import { readRecords } from "./served-records.ts";
import { expectCount, visit } from "./views/referrals-page.ts";

const crm = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
const mixed = mixedServerForFile();
expectQuietConsole();

const VIEWS = ["/", "/funnel", "/trends", "/markets", "/times"];
const MIXED_DAYS = `from=${MIXED_TIME.from}&to=${MIXED_TIME.to}&grain=quarter`;
const CRM_DAYS = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}&grain=quarter`;

/** Selections, and what the views show in them that they do not show by themselves. */
const MIXED = [
  `${MIXED_DAYS}&compare=last-year&split=partner&by=outcome`,
  "from=2023-07-01&to=2024-06-30&basis=accepted&grain=month&market=US,DE,-&split=period&measure=acceptance&cell=win",
];

/** So many are opened of the large sets, whose every link is counted all the same. */
const MAX_OPENED = 120;

/** How many views a quick run reads, and how many links of each it follows. */
const READ = 2;
const FOLLOWED = 2;

/** What stands where a figure is still on its way, or is one of before. */
const WAITING = [
  "[role=progressbar]",
  ".is-old",
  ".panel__loading",
  ".panel__note--waiting",
  ".figure__note--waiting",
  ".headline:empty",
  ".ranked td:empty",
].join(", ");

/** All that is asked for is here. */
async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Refresh" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  await expect(page.locator("main").locator(WAITING)).toHaveCount(0);
  await expect(page.getByText("…", { exact: true })).toHaveCount(0);
}

/** All links of a view, in its pictures or in its tables. */
async function linksOfView(
  page: Page,
  address: string,
  looks: readonly ("chart" | "table")[],
): Promise<RecordsLink[]> {
  const found: RecordsLink[] = [];
  for (const as of looks) {
    const other = as === "chart" ? "table" : "chart";
    await visit(page, `${address}&as=${as}`);
    await expect(page.getByRole("button", { name: `Show as ${as}` })).toHaveCount(0);
    await expect(page.getByRole("button", { name: `Show as ${other}` }).first()).toBeVisible();
    await expectSettled(page);
    // The comparison of Trends joins a table that is already there.
    if (address.startsWith("/trends") && as === "table")
      await expect(page.getByRole("columnheader", { name: "Change" })).toBeVisible();
    expect(await unlinkedFigures(page), `${address}, ${as}`).toEqual([]);
    found.push(...(await linksOf(page)));
  }
  return found;
}

/** Every link says how many it opens, and so many there are. */
function expectTrue(links: readonly RecordsLink[], referrals: readonly Referral[], where: string): void {
  const wrong = links.flatMap(({ panel, text, value, address, count }) => {
    const isCount = /^[\d,]+$/.test(text);
    const counted = behindAddress(referrals, address, Date.now()).length;
    if (count === counted && (!isCount || value === count)) return [];
    return [`${where} · ${panel} · ${text}: opens ${count}, counted ${counted}: ${address}`];
  });
  expect(wrong).toEqual([]);
}

/** The addresses and what they open, each once. */
function distinct(links: readonly RecordsLink[]): [string, number][] {
  return [...new Map(links.map(({ address, count }) => [address, count]))];
}

async function expectToOpen(page: Page, addresses: readonly [string, number][]): Promise<void> {
  for (const [address, count] of addresses) {
    await visit(page, address);
    await expectCount(page, count, address);
  }
}

test("the figures of some views lead to their referrals, and some of them are opened", async ({ page }) => {
  const seed = Date.now() % 10_000;
  const next = chance(seed);
  await page.goto(mixed().url);
  const followed: [string, number][] = [];
  const begin = Math.floor(next() * VIEWS.length);
  for (const view of [...VIEWS, ...VIEWS].slice(begin, begin + READ)) {
    const links = await linksOfView(page, `${view}?${MIXED[0]}`, [next() < 0.5 ? "chart" : "table"]);
    expectTrue(links, MIXED_REFERRALS, view);
    const some = distinct(links);
    for (let times = 0; times < FOLLOWED; times++)
      followed.push(some[Math.floor(next() * some.length)] ?? ["/referrals", -1]);
  }
  test.info().annotations.push({ type: "seed", description: String(seed) });
  await expectToOpen(page, followed);
});

for (const [name, server, records, selections] of [
  ["mixed data", mixed, async () => MIXED_REFERRALS, MIXED],
  ["a CRM", crm, async () => CRM_REFERRALS, [CRM_DAYS]],
  ["sample data", sample, () => readRecords(sample().url), ["grain=month&compare=last-year"]],
] as const)
  for (const selection of selections)
    test(`every link of every view opens as many referrals as it says, on ${name}, ${selection} @long`, async ({
      page,
    }) => {
      test.setTimeout(900_000);
      const referrals = await records();
      await page.goto(server().url);
      const all: RecordsLink[] = [];
      for (const view of VIEWS) {
        const links = await linksOfView(page, `${view}?${selection}`, ["chart", "table"]);
        expectTrue(links, referrals, view);
        all.push(...links);
      }
      const addresses = distinct(all);
      test
        .info()
        .annotations.push({ type: "links", description: `${all.length}, ${addresses.length} addresses` });
      const step = server === mixed ? 1 : Math.ceil(addresses.length / MAX_OPENED);
      await expectToOpen(
        page,
        addresses.filter((_, at) => at % step === 0),
      );
    });
