import { type Page, test } from "playwright/test";
import { type Check, checkOf } from "./counted/check.ts";
import { funnelIsCounted } from "./counted/funnel.ts";
import { marketsAreCounted } from "./counted/markets.ts";
import { overviewIsCounted } from "./counted/overview.ts";
import { timesAreCounted } from "./counted/times.ts";
import { trendsAreCounted } from "./counted/trends.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { chance } from "./mixed-data.ts";
import type { Referral } from "./oracle/csv.ts";
import { randomSelection } from "./random-selection.ts";
import { readRecords } from "./served-records.ts";

const crm = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});

type View = (page: Page, check: Check) => Promise<void>;
const VIEWS: readonly View[] = [funnelIsCounted, trendsAreCounted, marketsAreCounted, timesAreCounted];

async function expectCounted(
  page: Page,
  all: readonly Referral[],
  seed: number,
  views: readonly View[],
): Promise<void> {
  const check = checkOf(all, randomSelection(all, chance(seed)));
  for (const isCounted of [overviewIsCounted, ...views]) await isCounted(page, check);
}

test("random selections show what an independent count finds", async ({ page }) => {
  const seed = Math.floor(Date.now() / 1000) % 100_000;
  test.info().annotations.push({ type: "seed", description: String(seed) });
  const referrals = await readRecords(sample().url);
  await page.goto(sample().url);
  for (const step of [0, 1]) {
    const [view = funnelIsCounted] = VIEWS.slice((seed + step) % VIEWS.length);
    await expectCounted(page, referrals, seed + step, [view]);
  }
});

for (const [name, server, records] of [
  ["the sample", sample, () => readRecords(sample().url)],
  ["a CRM", crm, async () => CRM_REFERRALS],
] as const)
  for (let first = 1; first <= 15; first += 5)
    test(`5 random selections of ${name} from seed ${first} are counted right in all views @long`, async ({
      page,
    }) => {
      test.setTimeout(600_000);
      const referrals = await records();
      await page.goto(server().url);
      for (let seed = first; seed < first + 5; seed++) await expectCounted(page, referrals, seed, VIEWS);
    });
