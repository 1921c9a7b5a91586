import { expect, type Locator, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedMarkets } from "./expected.ts";
import { readMarkets } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, panel, readTable } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

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

test("the Markets table begins with most referrals; a click on a column sorts by it, the next one the other way round", async ({
  page,
}) => {
  await page.goto(server().url + addressOf(WHOLE_TIME));
  await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, WHOLE_TIME));
  const counts = await valuesOf(page, "Referrals");
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const [, ...rows] = await readTable(panel(page, "Markets").getByRole("table"));
  const nameOf = Object.fromEntries(rows.map(([market]) => [market?.value, market?.text]));
  expect(nameOf).toMatchObject({ US: "United States", KR: "South Korea", DE: "Germany", "": "No market" });

  for (const column of ["Acceptance rate", "Win rate", "Open", "Referrals"]) {
    for (const _ of ["first", "second"]) {
      const before = await headerOf(page, column).getAttribute("aria-sort");
      await sortBy(page, column);
      await expect(headerOf(page, column)).not.toHaveAttribute("aria-sort", before ?? "");
      const values = await valuesOf(page, column);
      const ascending = values.toSorted((a, b) => a - b);
      const isAscending = (await headerOf(page, column).getAttribute("aria-sort")) === "ascending";
      expect(values).toEqual(isAscending ? ascending : ascending.toReversed());
    }
  }

  // By the names that are read.
  await sortBy(page, "Market");
  const names = await firstCells(page);
  const sorted = names.toSorted(new Intl.Collator("en").compare);
  expect([sorted, sorted.toReversed()]).toContainEqual(names);
});
