import { expect, type Locator, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedMarkets } from "./expected.ts";
import { expectQuietConsole, expectSoon, panel, readMarkets, readTable } from "./overview-page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

test.beforeEach(async ({ page }) => {
  await page.goto(server().url + addressOf(WHOLE_TIME));
  await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, WHOLE_TIME));
});

// A sorted column may add an arrow to its name.
function headerOf(page: Page, column: string): Locator {
  return panel(page, "Markets").getByRole("columnheader", { name: new RegExp(`^${column}`) });
}

async function sortBy(page: Page, column: string): Promise<void> {
  await headerOf(page, column).getByRole("button").click();
}

async function firstCells(page: Page): Promise<string[]> {
  const [, ...rows] = await readTable(panel(page, "Markets").getByRole("table"));
  return rows.map(([market]) => market?.text ?? "");
}

async function valuesOf(page: Page, column: string): Promise<number[]> {
  const [head = [], ...rows] = await readTable(panel(page, "Markets").getByRole("table"));
  const at = head.findIndex(({ text }) => text === column);
  return rows.map((cells) => Number(cells[at]?.value));
}

test("the Markets table begins with most referrals", async ({ page }) => {
  const counts = await valuesOf(page, "Referrals");
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

for (const column of ["Referrals", "Acceptance", "Win rate", "Open"]) {
  test(`a click on "${column}" sorts by it, the next one the other way round`, async ({ page }) => {
    await sortBy(page, column);
    const once = await valuesOf(page, column);
    const order = headerOf(page, column);
    const direction = await order.getAttribute("aria-sort");
    const ascending = once.toSorted((a, b) => a - b);
    expect(once).toEqual(direction === "ascending" ? ascending : ascending.toReversed());
    await sortBy(page, column);
    expect(await order.getAttribute("aria-sort")).not.toBe(direction);
    expect(await valuesOf(page, column)).toEqual(
      direction === "ascending" ? ascending.toReversed() : ascending,
    );
  });
}

test('a click on "Market" sorts by the names that are read', async ({ page }) => {
  await sortBy(page, "Market");
  const names = await firstCells(page);
  const sorted = names.toSorted(new Intl.Collator("en").compare);
  expect([sorted, sorted.toReversed()]).toContainEqual(names);
});

test("market names are those of the reader's language, codes stand behind them", async ({ page }) => {
  const [, ...rows] = await readTable(panel(page, "Markets").getByRole("table"));
  const names = Object.fromEntries(rows.map(([market]) => [market?.value, market?.text]));
  expect(names).toMatchObject({ US: "United States", KR: "South Korea", DE: "Germany", "": "No market" });
});
