import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { expectedFunnel, expectedMarkets } from "./expected.ts";
import { expectSameCsv, openMenu, PANELS, readChartTables, take } from "./exported-files.ts";
import { readCsv } from "./oracle/csv.ts";
import { createdIn } from "./oracle/period.ts";
import { dayOfSerial, readXlsx, type XlsxCell } from "./oracle/xlsx.ts";
import { readFunnel, readMarkets } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, panel } from "./page.ts";
import { startServer } from "./start-server.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const DAYS = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

for (const [path, titles] of Object.entries(PANELS)) {
  const mark = ["/", "/markets"].includes(path) ? "" : " @long";
  test(`a CSV of each panel of ${path} is its table to the last figure${mark}`, async ({ page }) => {
    await page.goto(`${server().url}${path}?${DAYS}`);
    // Without a table on the screen the figures are the same.
    for (const title of titles) expect(await expectSameCsv(page, title)).toBeNull();
  });
}

test("the list of referrals is taken away whole and in its order, or not at all", async ({ page }) => {
  const listed = createdIn(CRM_REFERRALS, WHOLE_TIME);
  await page.goto(`${server().url}/referrals?${DAYS}&sort=id`);
  const title = `${listed.length.toLocaleString("en-US")} referrals`;
  const text = await readFile(await (await take(page, title, "CSV")).path(), "utf8");
  const { compare } = new Intl.Collator("en-US");
  const expected = listed
    .map(({ id, customerName, createdDate }) => [id ?? "", customerName, (createdDate ?? "").slice(0, 10)])
    .toSorted(([a], [b]) => compare(a ?? "", b ?? ""));
  const taken = readCsv(text).map((row) => [row.ID, row.Customer, row.Created?.slice(0, 10)]);
  expect(taken).toEqual(expected);

  const menu = await openMenu(page, panel(page, title));
  await pressWhenThere(page, "Cancel");
  await menu.getByRole("button", { name: XLSX }).click();
  await expect(menu.getByText("Export cancelled. Nothing was saved.")).toBeVisible();
});

test("a list for Excel in another region has its marks, and the dashboard reads it back", async ({
  page,
}) => {
  await page.goto(`${server().url}/referrals?${DAYS}`);
  const title = `${createdIn(CRM_REFERRALS, WHOLE_TIME).length.toLocaleString("en-US")} referrals`;
  const region = page.getByRole("combobox", { name: "Separators for Excel" });
  await openMenu(page, panel(page, title));
  await expect(region).toHaveValue("comma-point");
  await region.selectOption({ label: "semicolons, decimal comma 0,5" });
  await page.keyboard.press("Escape");
  const path = await (await take(page, title, "CSV for Excel")).path();
  const [head = ""] = (await readFile(path, "utf8")).split("\r\n");
  expect(head).toMatch(/^\ufeffCustomer;Outcome;Outcome \(code\);Created;/);
  await page.goto(`${server().url}/?${DAYS}`);
  const shares = await readFile(await (await take(page, "Markets", "CSV for Excel")).path(), "utf8");
  expect(shares).toMatch(/;0,\d+;/);
  expect(shares).not.toMatch(/;0\.\d+;/);
  const again = await startServer({ file: path });
  try {
    await page.goto(`${again.url}/?${DAYS}&as=table`);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, WHOLE_TIME));
    await page.goto(`${again.url}/referrals?${DAYS}&lang=de`);
    await page.getByRole("button", { name: /^Export/ }).click();
    await expect(page.getByRole("combobox", { name: "Trennzeichen für Excel" })).toHaveValue(
      "semicolon-comma",
    );
  } finally {
    await again.stop();
  }
});

/** Presses a button in the moment in which it appears, which may be gone before the test would see it. */
async function pressWhenThere(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => {
    const press = () =>
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent === text)?.click();
    new MutationObserver(press).observe(document.body, { childList: true, subtree: true });
  }, name);
}

test("a workbook has typed dates and shares, and says what its figures are", async ({ page }) => {
  await page.goto(`${server().url}/?${DAYS}&as=table&grain=month`);
  const trend = readXlsx(await readFile(await (await take(page, "Referrals over time", XLSX)).path()));
  const tables = await readChartTables(panel(page, "Referrals over time"));
  const [sheet, about] = trend;
  const [, ...rows] = sheet?.rows ?? [];
  const shown = (cell: XlsxCell | undefined) =>
    cell?.format === "yyyy\\-mm\\-dd" ? dayOfSerial(Number(cell.value)) : String(cell?.value);
  expect(rows.map((row) => row.map(shown))).toEqual(tables[0]?.slice(1));
  expect(sheet?.xml).toContain('state="frozen"');
  expect(sheet?.xml).toContain("<autoFilter");
  const said = Object.fromEntries((about?.rows ?? []).map(([name, text]) => [name?.value, text?.value]));
  expect([about?.name, said.Title, said.Completeness]).toEqual(["About", "Referrals over time", "Complete"]);
  expect(said.Link).toBe(page.url());
  expect(said["Data from (UTC)"]).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(said["Over time"]).toContain("weeks (starting Monday)");

  const [markets] = readXlsx(await readFile(await (await take(page, "Markets", XLSX)).path()));
  const [head = [], first = []] = markets?.rows ?? [];
  const share = first[head.findIndex(({ value }) => value === "Share")];
  expect(share).toEqual({ value: expect.any(Number), format: "0.0%" });
});

const XLSX = "Excel workbook (XLSX)";

test("a picture is drawn in the light theme, and stands alone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${server().url}/?${DAYS}`);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  for (const title of ["Status funnel", "Referrals over time"]) {
    const svg = await readFile(await (await take(page, title, "Image (SVG)")).path(), "utf8");
    expect(svg).toContain(`<title>${title}</title>`);
    expect(svg).toContain("Jan 1, 2016 – Dec 31, 2017");
    expect(svg).toContain('fill="#1b1b1a"');
    expect(svg).not.toMatch(/var\(|class=|style=|foreignObject|oklab/);
  }
  const png = await readFile(await (await take(page, "Status funnel", "Image (PNG)")).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const { width } = (await panel(page, "Status funnel").boundingBox()) ?? { width: 0 };
  expect(png.readUInt32BE(16)).toBeGreaterThan(width * 1.8);
  expect(await ground()).toBe(dark);
});

test("where nothing can be saved or copied, the table is there as text", async ({ page }) => {
  // As on plain http.
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto(`${server().url}/?${DAYS}&panels=none`);
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.width = "1000";
    frame.height = "700";
    frame.src = address;
    document.body.append(frame);
  }, `${server().url}/?${DAYS}&panels=markets&as=table`);
  const frame = page.frameLocator("iframe");
  const region = frame.getByRole("region", { name: "Markets", exact: true });
  const inFrame = await openMenu(frame, region);
  await inFrame.getByRole("button", { name: "Copy table" }).click();
  const text = await inFrame.getByRole("textbox", { name: "Table as text" }).inputValue();
  const [table = []] = await readChartTables(region);
  const rows = text.trimEnd().split(/\r?\n/);
  expect(rows.length).toBe(table.length);
  expect(rows[1]?.split("\t")[0]).toBe(table[1]?.[0]);
});
