import { readFile } from "node:fs/promises";
import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile, WHOLE_TIME } from "./crm.ts";
import { putFaults } from "./faults.ts";
import { csvRows } from "./oracle/csv.ts";
import { expectQuietConsole } from "./page.ts";
import { expectSameCsv, notesOf, PANELS, take } from "./taken.ts";

const server = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
expectQuietConsole();

test.afterEach(async () => {
  for (const { url } of [server(), sample()]) await putFaults(url, []);
});

const DAYS = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;
/** More referrals than a page of records holds. */
const SAMPLE_DAYS = "from=2023-01-01&to=2026-12-31";

const CUT = { kind: "bucket-limit", n: 1 };
/** Reading ends with the first page of records. */
const BROKEN_OFF = { kind: "looping-next-link" };

for (const [paths, fault, tags] of [
  [["/"], CUT, []],
  [["/funnel", "/trends", "/markets"], CUT, ["@long"]],
  [["/times"], BROKEN_OFF, ["@long"]],
] as const)
  test(`a CSV of incomplete figures is their table too, and says what is missing, at ${paths.join(" ")}`, {
    tag: [...tags],
  }, async ({ page }) => {
    const { url } = fault === CUT ? server() : sample();
    await putFaults(url, [fault]);
    for (const path of paths) {
      await page.goto(`${url}${path}?${fault === CUT ? DAYS : SAMPLE_DAYS}`);
      for (const title of PANELS[path] ?? [])
        expect(await expectSameCsv(page, title), title).toMatch(/^Incomplete: [\d,]+ of [\d,]+$/);
    }
  });

test("a list whose reading was broken off is taken away as far as it came, and says so", async ({ page }) => {
  const { url } = sample();
  await putFaults(url, [BROKEN_OFF]);
  await page.goto(`${url}/referrals?${SAMPLE_DAYS}&cols=id,customer`);
  const mark = page.locator("main .panel__mark");
  await expect(mark).toHaveText(/^Incomplete: 9,999 of [\d,]+$/);
  const download = await take(page, "9,999 referrals", "CSV");
  expect(download.suggestedFilename()).toMatch(/-incomplete\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(notesOf(text)).toContain(`Completeness: ${await mark.textContent()}`);
  const since = "createdDate ge cast('2023-01-01',Edm.DateTimeOffset)";
  const first = await fetch(
    `${url}/partner/v1/analytics/referrals?${new URLSearchParams({ filter: since, top: "9999" })}`,
  );
  const { Value } = (await first.json()) as { Value: { id: string; customerName: string }[] };
  const [head = [], ...rows] = csvRows(text).filter(([cell]) => !cell?.startsWith("# "));
  const [id, name] = [head.indexOf("Id"), head.indexOf("Customer")];
  const sorted = (pairs: (string | undefined)[][]) => pairs.map((pair) => pair.join()).toSorted();
  expect(sorted(rows.map((row) => [row[id], row[name]]))).toEqual(
    sorted(Value.map((one) => [one.id, one.customerName])),
  );
});
