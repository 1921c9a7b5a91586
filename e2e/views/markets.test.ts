import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel } from "../oracle/funnel.ts";
import { countMarkets, marketOf } from "../oracle/markets.ts";
import { has, outcomeOf } from "../oracle/outcome.ts";
import { createdIn } from "../oracle/period.ts";
import { type Cell, expectQuietConsole, expectSoon, panel, readColumn, readTable } from "../page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const DATED = createdIn(CRM_REFERRALS, WHOLE_TIME);
const WHOLE = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

const dayOf = (referral: Referral, step: string) => Date.parse(`${referral[`${step}Date`]?.slice(0, 10)}Z`);

/** Linear interpolation between closest ranks. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

function daysToAccept(referrals: readonly Referral[]): number {
  const both = referrals.filter(
    (one) => has(one, "accepted") && dayOf(one, "accepted") >= dayOf(one, "created"),
  );
  return median(both.map((one) => (dayOf(one, "accepted") - dayOf(one, "created")) / 86_400_000));
}

function expectedMarkets(column: (referrals: Referral[]) => number): Record<string, number> {
  return Object.fromEntries(
    countMarkets(DATED).map(({ code }) => [code, column(DATED.filter((one) => marketOf(one) === code))]),
  );
}

test("the ranked table equals a count of the records, column by column", async ({ page }) => {
  await page.goto(`${crm().url}/markets?${WHOLE}&as=table&compare=none`);
  const table = panel(page, "Customer markets").getByRole("table");
  const read = (column: string) => () => readColumn(table, column, ({ value }) => value);
  const stages = (referrals: Referral[]) => countFunnel(referrals).stages;
  const ratio = (part: number, base: number) => (base === 0 ? 0 : part / base);
  const lost = (referrals: Referral[]) => referrals.filter((one) => outcomeOf(one) === "Lost").length;
  await expectSoon(
    read("Referrals"),
    expectedMarkets((all) => all.length),
  );
  await expectSoon(
    read("Share"),
    expectedMarkets((all) => all.length / DATED.length),
  );
  await expectSoon(
    read("Acceptance"),
    expectedMarkets((all) => stages(all).Accepted / all.length),
  );
  await expectSoon(
    read("Win rate"),
    expectedMarkets((all) => stages(all).Won / all.length),
  );
  await expectSoon(
    read("Close rate"),
    // A dash has no value, which reads as 0.
    expectedMarkets((all) => ratio(stages(all).Won, stages(all).Won + lost(all))),
  );
  await expectSoon(read("Days to accept"), expectedMarkets(daysToAccept));
  const open = expectedMarkets((all) => all.filter((one) => outcomeOf(one).startsWith("Open")).length);
  await expectSoon(read("Open"), open);
  // Of data of 2017 whatever waits is overdue.
  const waiting = expectedMarkets(
    (all) => all.filter((one) => /^Open, (new|ack)/.test(outcomeOf(one))).length,
  );
  await expectSoon(read("Overdue"), waiting);

  await page.getByRole("button", { name: "Win rate" }).click();
  await expect(page).toHaveURL(/sort=-win/);
  await expect(async () => {
    const wins = (await readTable(table)).slice(1).map((cells) => Number(cells[5]?.value));
    expect(wins).toEqual(wins.toSorted((a, b) => b - a));
  }).toPass();
});

test("the routing matrix counts each referral once, domestic ones apart", async ({ page }) => {
  await page.goto(`${crm().url}/markets?${WHOLE}&as=table`);
  const table = panel(page, "Routing").getByRole("table");
  const partnerOf = (one: Referral) => (one.partnerMarket ?? "").trim().toUpperCase();
  const isDomestic = (one: Referral) => marketOf(one) !== "" && marketOf(one) === partnerOf(one);
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  const [head = [], ...rows] = await readTable(table);
  const isOther = (name: Cell | undefined) => name?.text.startsWith("Other") ?? false;
  const named = rows.flatMap(([name]) => (isOther(name) ? [] : [name?.value]));
  const columns = head.slice(3).map(({ value }) => value);
  let sum = 0;
  for (const [name, all, domestic, ...cells] of rows) {
    const own = DATED.filter((one) =>
      isOther(name) ? !named.includes(marketOf(one)) : marketOf(one) === name?.value,
    );
    expect(Number(all?.value)).toBe(own.length);
    expect(Number(domestic?.value)).toBe(own.filter(isDomestic).length);
    for (const [at, code] of columns.entries()) {
      if (isOther(head[at + 3])) continue;
      const routed = own.filter((one) => !isDomestic(one) && partnerOf(one) === code);
      expect(Number(cells[at]?.value)).toBe(routed.length);
    }
    sum += [domestic, ...cells].reduce((total, cell) => total + Number(cell?.value), 0);
  }
  expect(sum).toBe(DATED.length);
});
