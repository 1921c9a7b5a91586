import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { readWhy, roundedParts } from "../counted/overview.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { MIXED_REFERRALS, MIXED_TIME, mixedServerForFile } from "../mixed-data.ts";
import type { Referral } from "../oracle/csv.ts";
import { marketOf } from "../oracle/markets.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { datedIn, dayOfStep, rankedParts, withOther } from "../oracle/parts.ts";
import type { Period } from "../oracle/period.ts";
import { bucketsOf, startOf } from "../oracle/trend.ts";
import { whyRate } from "../oracle/why.ts";
import { expectQuietConsole, expectSoon, goTo, panel, readTable } from "../page.ts";
import {
  expectedCohorts,
  expectedComparison,
  expectedFunnelTable,
  readComparison,
  readFunnelTable,
  readParts,
} from "./funnel-page.ts";

const crm = serverForFile({ file: CRM_FILE });
const mixed = mixedServerForFile();
expectQuietConsole();

const days = ({ from, to }: Period) => `from=${from}&to=${to}`;
const partnerOf = (one: Referral) => (one.partnerMarket ?? "").trim().toUpperCase();

async function expectConserved(page: Page, title: string): Promise<void> {
  const rows = await readParts(page, title);
  const [, all = []] = rows.at(-1) ?? [];
  for (const column of [0, 1, 2, 3, 4]) {
    const sum = rows.slice(0, -1).reduce((total, [, figures]) => total + (figures[column] ?? 0), 0);
    expect(sum).toBe(all[column]);
  }
}

test("the figures of the CRM are those of an independent count, and what is chosen stands in the address", async ({
  page,
}) => {
  test.slow();
  await test.step("every figure of a year of the CRM is that of an independent count", async () => {
    const period = { from: "2017-01-01", to: "2017-12-31" };
    const inside = datedIn(CRM_REFERRALS, "created", period);
    await page.goto(`${crm().url}/funnel?${days(period)}&as=table&grain=month&with=market:KR`);
    await expectSoon(() => readFunnelTable(page), expectedFunnelTable(inside));
    await expectSoon(() => readParts(page, "Funnel by customer market"), rankedParts(inside, marketOf));
    await expectConserved(page, "Funnel by customer market");
    const korea = inside.filter((one) => marketOf(one) === "KR");
    await expectSoon(() => readComparison(page), expectedComparison(inside, korea));
    await expectSoon(() => readParts(page, "Conversion by cohort"), expectedCohorts(inside, period, "month"));
    const win = panel(page, "Side-by-side comparison").getByRole("row", { name: /^Win rate/ });
    await win.getByRole("link", { name: /why/ }).click();
    await expect(panel(page, "Why it differs")).toContainText("Win rate, by organisation size");
    const expected = whyRate(inside, korea, "win", (one) => one.customerOrgSize ?? "");
    await expectSoon(async () => (await readWhy(page, "Why it differs")) ?? {}, roundedParts(expected ?? {}));
  });
  await test.step("parts and rival are chosen on the page, and stand in the address", async () => {
    const inside = datedIn(CRM_REFERRALS, "created", WHOLE_TIME);
    await goTo(page, `${crm().url}/funnel?${days(WHOLE_TIME)}&as=table&with=nothing&split=colour`);
    await expect(page.getByText("“nothing” isn’t valid for “with”", { exact: false })).toBeVisible();
    await expect(page.getByText("“colour” isn’t valid for “split”", { exact: false })).toBeVisible();

    const byMarket = panel(page, "Funnel by customer market");
    const names = async () =>
      (await readTable(byMarket.getByRole("table"))).map(([name]) => name?.value ?? "");
    await byMarket.getByRole("button", { name: "Other (8)" }).click();
    const others = rankedMarkets(inside).slice(8);
    expect((await names()).slice(10, -1)).toEqual(others);

    await byMarket.getByLabel("Breakdown").selectOption("size");
    await expect(panel(page, "Funnel by organisation size")).toBeVisible();
    await expectSoon(
      () => readParts(page, "Funnel by organisation size"),
      rankedParts(inside, (one) => one.customerOrgSize ?? ""),
    );
    const versus = panel(page, "Side-by-side comparison");
    await versus.getByLabel("Compare to").focus();
    await versus.getByLabel("Compare to").selectOption("market:US");
    await expect(page).toHaveURL(/split=size&with=market:US/);
    const states = inside.filter((one) => marketOf(one) === "US");
    await expectSoon(() => readComparison(page), expectedComparison(inside, states));
    await versus.getByLabel("Compare to").selectOption("last-year");
    await expect(page).toHaveURL(/compare=last-year/);
    expect(page.url()).not.toContain("with=");
  });
  await test.step("cohorts compare at the age that the reader chooses, as an independent count finds", async () => {
    const period = { from: "2017-01-01", to: "2017-09-30" };
    await goTo(page, `${crm().url}/funnel?${days(period)}&grain=month&as=table&age=90`);
    const cohorts = panel(page, "Conversion by cohort");
    const table = cohorts.getByRole("table");
    await expect(table.getByRole("columnheader", { name: "Won within 90 days" })).toBeVisible();
    const expected = (age: number) =>
      bucketsOf(period, "month").map((start) => {
        const some = CRM_REFERRALS.filter((one) => startOf(dayOfStep(one, "created"), "month") === start);
        return Math.round(wonWithin(some, age) * 1e9) / 1e9;
      });
    const read = async () => {
      const [, ...rows] = await readTable(table);
      return rows.map((cells) => Math.round(Number(cells.at(-1)?.value) * 1e9) / 1e9);
    };
    await expectSoon(read, expected(90));
    await cohorts.getByLabel("Compare at").selectOption("14");
    await expect(page).toHaveURL(/age=14/);
    await expectSoon(read, expected(14));
    await cohorts.getByLabel("Compare at").selectOption("today");
    await expect(table.getByRole("columnheader", { name: /^Won within/ })).toHaveCount(0);
  });
  await test.step("rates by age are those that R finds", async () => {
    const { ages, estimates, atRisk } = (
      JSON.parse(await readFile(new URL("../fixtures/cuminc.json", import.meta.url), "utf8")) as Curve[]
    ).find(({ name }) => name === "the whole file") as Curve;
    await goTo(page, `${crm().url}/funnel?${days({ from: "2016-10-01", to: "2017-12-31" })}&as=table`);
    const table = panel(page, "Rates by age").getByRole("table").first();
    const read = async () => {
      const [, ...rows] = await readTable(table);
      return Object.fromEntries(
        rows.map((cells) => [cells[0]?.text, [cells[4], cells[6]].map((cell) => Number(cell?.value))]),
      );
    };
    await expect(async () => {
      const found = await read();
      for (const [index, age] of ages.entries()) {
        const row = found[age === 1 ? "1 day" : `${age} days`];
        // 60 days are not shown.
        if (row === undefined) continue;
        expect(row[0]).toBeCloseTo(estimates[index] ?? Number.NaN, 6);
        expect(row[1]).toBe(atRisk[index]);
      }
      expect(Object.keys(found).length).toBeGreaterThan(5);
    }).toPass({ timeout: 30_000 });
  });
});

test("the figures of mixed data are those of an independent count, and its marks filter the page", async ({
  page,
}) => {
  test.slow();
  await test.step("every figure of some terms is that of an independent count", async () => {
    const inside = datedIn(MIXED_REFERRALS, "created", MIXED_TIME).filter(
      (one) =>
        ["US", "DE", "FR"].includes(marketOf(one)) &&
        ["Won", "Lost", "Declined", "Open, accepted", "Unrecognised status"].includes(outcomeOf(one)),
    );
    const outcomes = "outcome=won,lost,declined,open-accepted,unrecognised";
    await page.goto(
      `${mixed().url}/funnel?${days(MIXED_TIME)}&market=US,DE,FR&${outcomes}&as=table&grain=quarter&split=partner&with=size:-`,
    );
    await expectSoon(() => readFunnelTable(page), expectedFunnelTable(inside));
    await expectSoon(() => readParts(page, "Funnel by partner market"), rankedParts(inside, partnerOf));
    await expectConserved(page, "Funnel by partner market");
    const unsized = inside.filter((one) => one.customerOrgSize === null);
    await expectSoon(() => readComparison(page), expectedComparison(inside, unsized));
    await expectSoon(
      () => readParts(page, "Conversion by cohort"),
      expectedCohorts(inside, MIXED_TIME, "quarter"),
    );
  });
  await test.step("every figure by another date is that of an independent count", async () => {
    const period = { from: "2023-07-01", to: "2024-06-30" };
    const inside = datedIn(MIXED_REFERRALS, "accepted", period);
    await goTo(
      page,
      `${mixed().url}/funnel?${days(period)}&basis=accepted&as=table&grain=month&split=period`,
    );
    await expectSoon(() => readFunnelTable(page), expectedFunnelTable(inside));
    const months = bucketsOf(period, "month").map(
      (start) =>
        [start, inside.filter((one) => startOf(dayOfStep(one, "accepted"), "month") === start)] as const,
    );
    await expectSoon(
      () => readParts(page, "Funnel by period"),
      withOther(months.slice(4), months.slice(0, 4), inside),
    );
    await expectConserved(page, "Funnel by period");
    const before = { from: "2022-06-30", to: "2023-06-30" };
    await expectSoon(
      () => readComparison(page),
      expectedComparison(inside, datedIn(MIXED_REFERRALS, "accepted", before)),
    );
    const born = datedIn(MIXED_REFERRALS, "created", period);
    await expectSoon(() => readParts(page, "Conversion by cohort"), expectedCohorts(born, period, "month"));
  });
  await test.step("the equation adds up; marks filter the page and give it back", async () => {
    const inside = datedIn(MIXED_REFERRALS, "created", MIXED_TIME);
    await goTo(page, `${mixed().url}/funnel?${days(MIXED_TIME)}&grain=quarter`);
    const flow = panel(page, "From created to won");
    const equation = flow.getByRole("list", { name: "Created = won + drop-offs + still open" });
    const parts = equation.locator("li > .figure-link data, li > strong data");
    const numbers = () =>
      parts.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
    await expect.poll(async () => (await numbers())[0]).toBe(inside.length);
    const [created, ...rest] = await numbers();
    expect(rest.reduce((sum, count) => sum + count, 0)).toBe(created);

    const declined = inside.filter((one) => outcomeOf(one) === "Declined");
    await flow.getByRole("button", { name: "Declined" }).first().click();
    await expect.poll(numbers).toEqual([declined.length, 0, declined.length]);
    expect(page.url()).toContain("outcome=declined");
    await flow.getByRole("button", { name: "Declined" }).first().click();
    await expect.poll(numbers).toEqual([created, ...rest]);

    const cohorts = panel(page, "Conversion by cohort");
    const cursor = cohorts.getByRole("slider", { name: "Cohorts" });
    await cursor.press("End");
    await cursor.press("ArrowLeft");
    await expect(cursor).toHaveAttribute("aria-valuetext", "Jul – Sep 2024");
    await cursor.press("Enter");
    await expect(page).toHaveURL(/from=2024-07-01&to=2024-09-30/);
  });
});

function rankedMarkets(referrals: readonly Referral[]): string[] {
  const counts = new Map<string, number>();
  for (const one of referrals) counts.set(marketOf(one), (counts.get(marketOf(one)) ?? 0) + 1);
  const order = ([code, count]: [string, number]) => [-count, code || "~"] as const;
  return [...counts]
    .sort((a, b) => {
      const [[x, p], [y, q]] = [order(a), order(b)];
      return x - y || (p < q ? -1 : 1);
    })
    .map(([code]) => code);
}

const DAY_MS = 86_400_000;
const atOf = (one: Referral, step: string) => Date.parse(`${one[`${step}Date`] ?? ""}Z`);

/** The share of referrals that were won within some days, of a cohort that has all reached them. */
function wonWithin(some: readonly Referral[], days: number): number {
  const won = some.filter(
    (one) => outcomeOf(one) === "Won" && atOf(one, "won") - atOf(one, "created") <= days * DAY_MS,
  );
  return won.length / some.length;
}

type Curve = { name: string; ages: number[]; estimates: number[]; atRisk: number[] };

test("nothing hinders, wide and light, narrow and dark, and nothing is cut off", { tag: "@long" }, async ({
  page,
}) => {
  const expectFree = async () => {
    expect(await barriers(page, "main")).toEqual([]);
  };
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.goto(`${mixed().url}/funnel?${days(MIXED_TIME)}&grain=quarter`);
  const cohorts = panel(page, "Conversion by cohort");
  await expect(cohorts.getByRole("slider")).toBeVisible();
  await expectFree();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectFree();
  expect(await overflow()).toBe(0);
  const asTables = page.getByRole("button", { name: "Show as table" });
  await asTables.evaluateAll((all) => {
    for (const one of all) (one as HTMLElement).click();
  });
  await expect(cohorts.getByRole("table")).toBeVisible();
  expect(await overflow()).toBe(0);
});
