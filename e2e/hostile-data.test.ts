import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { expectedFunnel, expectedMarkets } from "./expected.ts";
import { readCsv } from "./oracle/csv.ts";
import { readXlsx } from "./oracle/xlsx.ts";
import { readFunnel, readMarkets } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, panel, readTable } from "./page.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const TEXTS = [
  "O'Neill & Sons",
  'The "Best" Customer; Ever',
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "'; DROP TABLE referrals; --",
  "شركة النور للتجارة",
  "\u202eevil.exe",
  "👩‍👩‍👧‍👦 Family 🦊",
  "Ünïcödé Straße",
  "__proto__",
  "constructor",
  "%27%20or%201%20eq%201",
  "a\\b\tc",
  '=HYPERLINK("http://evil.example";"Prize")',
  "+1 555 0100",
  "-2+3",
  "@SUM(A1:A9)",
  "two\nlines, and a comma",
  "x".repeat(500),
];

// Each text is a name, a market and a status at once: whatever becomes of them, they are text.
const REFERRALS = TEXTS.map((text, at) => ({
  id: `h${at}`,
  status: at % 2 === 0 ? "Won" : text,
  customerName: text,
  customerMarket: text,
  createdDate: "2024-05-06T07:08:09",
  acceptedDate: at % 2 === 0 ? "2024-05-07T00:00:00" : null,
}));
const PERIOD = { from: "2024-01-01", to: "2024-12-31" };
const FILE = join(tmpdir(), `hostile-referrals-${process.pid}.json`);

let server: RunningServer;
expectQuietConsole();

test.beforeAll(async () => {
  await writeFile(FILE, JSON.stringify(REFERRALS));
  server = await startServer({ file: FILE });
});

test.afterAll(async () => {
  await server.stop();
  await rm(FILE);
});

test("each customer is found exactly by name, and the name comes back unchanged", async () => {
  for (const [at, name] of TEXTS.entries()) {
    const filter = `customerName eq '${name.replaceAll("'", "''")}'`;
    const query = new URLSearchParams({ filter });
    const answer = await fetch(`${server.url}/partner/v1/analytics/referrals?${query}`);
    expect(await answer.json()).toMatchObject({
      TotalCount: 1,
      Value: [{ id: `h${at}`, customerName: name }],
    });
  }
});

test("hostile markets and statuses are shown as text and counted right", async ({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`The page ran a script of the data: ${dialog.message()}`);
  });
  await page.goto(`${server.url}/?as=table`);
  await expectSoon(() => readMarkets(page), expectedMarkets(REFERRALS, PERIOD));
  await expectSoon(() => readFunnel(page), expectedFunnel(REFERRALS, PERIOD));
  const names = (await readTable(panel(page, "Markets").getByRole("table"))).map(([market]) => market?.text);
  expect(names).toContain("<IMG SRC=X ONERROR=ALERT(1)>");
  await expect(page.locator("main img, main script")).toHaveCount(0);
});

test("a hostile market is chosen by the control and stands the way through the address", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(`${server.url}/?as=table`);
  for (const code of ["'; DROP TABLE REFERRALS; --", "%27%20OR%201%20EQ%201", "__PROTO__"]) {
    await page.getByRole("button", { name: /^Customer market/ }).click();
    await page.getByRole("checkbox", { name: code }).click();
    await page.keyboard.press("Escape");
    await expectSoon(() => readMarkets(page), { [code]: 1 });
    await page.reload();
    await expectSoon(() => readMarkets(page), { [code]: 1 });
    await page.getByRole("button", { name: /^Remove/ }).click();
    await expectSoon(() => readMarkets(page), expectedMarkets(REFERRALS, PERIOD));
  }
});

async function takeList(page: Page, choice: string): Promise<Buffer> {
  const arrives = page.waitForEvent("download");
  await page.getByRole("button", { name: choice, exact: true }).click();
  return readFile(await (await arrives).path());
}

test("hostile names are taken away as texts, and none of them begins a formula", async ({ page }) => {
  await page.goto(`${server.url}/referrals?cols=id,customer`);
  await page.getByRole("button", { name: /^Export: / }).click();
  const csv = readCsv((await takeList(page, "CSV")).toString("utf8"));
  // What a spreadsheet would calculate has an apostrophe in front, by which it takes it for a text.
  const harmless = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
  expect(Object.fromEntries(csv.map(({ ID, Customer }) => [ID, Customer]))).toEqual(
    Object.fromEntries(REFERRALS.map(({ id, customerName }) => [id, harmless(customerName)])),
  );
  const [sheet] = readXlsx(await takeList(page, "Excel workbook (XLSX)"));
  const rows = (sheet?.rows ?? []).slice(1).map(([id, name]) => [id?.value, name?.value]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(REFERRALS.map(({ id, customerName }) => [id, customerName])),
  );
  expect(sheet?.xml).not.toContain("<f");
});
