import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile, WHOLE_TIME } from "./crm.ts";
import { expectSameCsv, notesOf, PANELS, take } from "./exported-files.ts";
import { putFaults } from "./faults.ts";
import { csvRows } from "./oracle/csv.ts";
import { expectQuietConsole } from "./page.ts";
import { startStandIn } from "./stand-in.ts";
import { startServer } from "./start-server.ts";

const server = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
expectQuietConsole();

test.afterEach(() => putFaults(server().url, []));

const DAYS = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;
/** More referrals than a page of records holds. */
const SAMPLE_DAYS = "from=2023-01-01&to=2026-12-31";
const INCOMPLETE = /^Incomplete: [\d,]+ of [\d,]+$/;

async function expectIncomplete(page: Page, path: string): Promise<void> {
  for (const title of PANELS[path] ?? [])
    expect(await expectSameCsv(page, title), `${path} ${title}`).toMatch(INCOMPLETE);
}

for (const [tags, ...paths] of [
  [[], "/"],
  [["@long"], "/funnel", "/trends", "/markets"],
] as const)
  test(`a CSV of incomplete figures is their table too, and says what is missing, at ${paths.join(" ")}`, {
    tag: [...tags],
  }, async ({ page }) => {
    await putFaults(server().url, [{ kind: "bucket-limit", n: 1 }]);
    for (const path of paths) {
      await page.goto(`${server().url}${path}?${DAYS}`);
      await expectIncomplete(page, path);
    }
  });

/** Does something where the service gives the first page of records only, though it tells how many there are. */
async function whereRecordsEnd(use: (url: string) => Promise<void>): Promise<void> {
  const standIn = await startStandIn(sample().url);
  standIn.answerWith(async (response, asked) => {
    const body = await (await fetch(sample().url + asked)).json();
    const isBehind = !asked.includes("groupby") && /skip=[1-9]/.test(asked);
    response.end(JSON.stringify(isBehind ? { TotalCount: body.TotalCount, Value: [] } : body));
  });
  const gateway = await startServer({ partnerCenterUrl: standIn.url });
  try {
    await use(gateway.url);
  } finally {
    await gateway.stop();
    await standIn.stop();
  }
}

test("a CSV of figures from a part of the records is their table too", { tag: "@long" }, async ({ page }) => {
  await whereRecordsEnd(async (url) => {
    await page.goto(`${url}/times?${SAMPLE_DAYS}`);
    await expectIncomplete(page, "/times");
  });
});

test("a list of a part of the records is taken away as far as it came, and says so", {
  tag: "@long",
}, async ({ page }) => {
  await whereRecordsEnd(async (url) => {
    await page.goto(`${url}/referrals?${SAMPLE_DAYS}&cols=id,customer`);
    const mark = page.locator("main .panel__mark");
    await expect(mark).toHaveText(/^Incomplete: 9,999 of [\d,]+$/);
    const download = await take(page, "9,999 referrals", "CSV");
    expect(download.suggestedFilename()).toMatch(/-incomplete\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    expect(notesOf(text)).toContain(`Completeness: ${await mark.textContent()}`);
    const [, ...rows] = csvRows(text).filter(([cell]) => !cell?.startsWith("# "));
    const filter = "createdDate ge cast('2023-01-01',Edm.DateTimeOffset)";
    const search = new URLSearchParams({ filter, top: "9999" });
    const first = await fetch(`${sample().url}/partner/v1/analytics/referrals?${search}`);
    const { Value } = (await first.json()) as { Value: { id: string; customerName: string }[] };
    expect(rows.map((row) => row.join()).toSorted()).toEqual(
      Value.map(({ id, customerName }) => `${id},${customerName}`).toSorted(),
    );
  });
});
