import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "playwright/test";
import { ENDPOINT } from "../../src/partner-center/endpoint.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { pressAt, tabTo } from "../everyone/keyboard.ts";
import { expectedFunnel } from "../expected.ts";
import { take } from "../exported-files.ts";
import { createdIn } from "../oracle/period.ts";
import { readXlsx } from "../oracle/xlsx.ts";
import { readFunnel } from "../overview-page.ts";
import { expectQuietConsole, expectSoon, panel } from "../page.ts";
import { framed, portalAddress } from "../portal/addresses.ts";
import { startPortal } from "../portal/portal-site.ts";
import { startServer } from "../start-server.ts";
import { confirm, drop, expectDrawn, goTo, report } from "./opening.ts";
import { startStaticSite, staticSite } from "./static-site.ts";

const sample = serverForFile({});
const site = staticSite();
expectQuietConsole();

const PARQUET_FILE = fileURLToPath(new URL("../fixtures/parquet/dates.parquet", import.meta.url));

const WHOLE = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

/** The file of the CRM in two, each with its head. */
function halves(): { name: string; text: string }[] {
  const [head = "", ...lines] = readFileSync(CRM_FILE, "utf8").trimEnd().split("\n");
  const middle = Math.floor(lines.length / 2);
  return [
    { name: "first.csv", text: [head, ...lines.slice(0, middle)].join("\n") },
    { name: "second.csv", text: [head, ...lines.slice(middle)].join("\n") },
  ];
}

test("two files are dropped, looked at, opened, exported and undone, and nothing leaves the page", async ({
  page,
}) => {
  await page.goto(`${sample().url}/?market=US`);
  await expectDrawn(page);
  await expect(page.getByText("Sample data")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const requests: string[] = [];
  let isOpened = false;
  page.on("request", (request) => {
    // What was shown before may still ask for its own figures.
    if (!isOpened && new URL(request.url()).pathname === ENDPOINT && request.postData() === null) return;
    // The page's own code is fetched when it is needed, and its icon with each address; that is all.
    const isOwn = /^\/(assets\/[\w.-]+|icon\.png)$/.test(request.url().slice(sample().url.length));
    const isCode = request.url().startsWith(sample().url) && isOwn && request.postData() === null;
    if (!isCode) requests.push(`${request.method()} ${request.url()}`);
  });

  await drop(page, halves());
  await expect(report(page).getByText("8,800 referrals found. Nothing was uploaded.")).toBeVisible();
  await expect(
    report(page).getByRole("row", { name: /first\.csv 4,400 0 referral analytics 16 of 16/ }),
  ).toBeVisible();
  await expect(report(page).getByRole("row", { name: /second\.csv/ })).toBeVisible();
  // Nothing has changed before the reader says so.
  await expect(page).toHaveURL(/market=US/);
  await confirm(page);
  isOpened = true;
  await expect(page.getByText("first.csv, second.csv: opened in this tab")).toBeVisible();
  await expect(page).not.toHaveURL(/market=US/);

  await goTo(page, `/?${WHOLE}&as=table`);
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, WHOLE_TIME));

  const won = createdIn(CRM_REFERRALS, WHOLE_TIME).filter(({ status }) => status === "Won");
  await panel(page, "Status funnel").getByRole("row", { name: /^Won/ }).getByRole("link").first().click();
  const title = `${won.length.toLocaleString("en-US")} referrals`;
  await expect(panel(page, title)).toBeVisible();
  const [sheet] = readXlsx(await readFile(await (await take(page, title, "Excel workbook (XLSX)")).path()));
  expect(sheet?.rows.length).toBe(won.length + 1);
  expect(requests).toEqual([]);

  // What was kept is undone with it.
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("first.csv, second.csv: kept on this device")).toBeVisible();
  await page.getByRole("button", { name: "Undo opening" }).click();
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  await expect(page).toHaveURL(/market=US/);
  await expect(page.getByText("Sample data")).toBeVisible();
  await page.reload();
  // The picture of the last visit has the same words until the page is drawn.
  await expect(page.locator("#main").getByText("Sample data")).toBeVisible();
  await expect(page.getByText("first.csv, second.csv")).toHaveCount(0);
});

test("at 390 px, by keyboard, on a static server: opened, kept, there again, forgotten", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site()}/?lang=en`);
  const start = page.getByRole("region", { name: "Open your files" });
  await expect(start).toBeVisible();
  // A key arrives at once, so that the browser must know before that its dialog is to be replaced.
  const chooses = page.waitForEvent("filechooser");
  await tabTo(page, start.getByRole("button", { name: "Open files" }));
  await page.keyboard.press("Enter");
  await (await chooses).setFiles(CRM_FILE);
  await expect(report(page).getByText("8,800 referrals found")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  // The next step has the focus.
  await expect(report(page).getByRole("button", { name: "Open", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectDrawn(page);
  await pressAt(page, page.getByRole("button", { name: "Keep on this device" }));
  await expect(page.getByText("kept on this device, not uploaded")).toBeVisible();

  await page.goto(`${site()}/?lang=en&${WHOLE}&as=table`);
  await expectDrawn(page);
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
  await pressAt(page, page.getByRole("button", { name: "Forget" }));
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  await page.reload();
  await expect(start).toBeVisible();
});

test("a static server with a strict policy answers at the address of every view", async ({ page }) => {
  await page.goto(`${site()}/funnel/?${WHOLE}`);
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  const chooses = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: "Open files" }).click();
  await (await chooses).setFiles([CRM_FILE, PARQUET_FILE]);
  await expect(
    report(page).getByRole("row", { name: /dates\.parquet [\d,]+ \d+ referral analytics/ }),
  ).toBeVisible();
  await confirm(page);
  for (const [link, region] of [
    ["Funnel", "From created to won"],
    ["Trends", "Referrals over time"],
    ["Markets", "Customer markets"],
    ["Response times", "Answered on time"],
    ["Referrals", /referrals$/],
  ] as const) {
    await page
      .getByRole("navigation", { name: "Views" })
      .getByRole("link", { name: link, exact: true })
      .click();
    await expect(page.getByRole("region", { name: region }).first()).toBeVisible();
    await expect(page.locator(".panel__loading, .skeleton")).toHaveCount(0);
  }
});

test("the sign-in page has a door for those who have files", async ({ page }) => {
  const local = await startServer({ port: 0, signIn: "local" });
  try {
    await page.goto(local.url);
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    const chooses = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open your own files" }).click();
    await (await chooses).setFiles(CRM_FILE);
    await confirm(page);
    await page.getByRole("button", { name: "Close files" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  } finally {
    await local.stop();
  }
});

test("files are opened within a portal's frame", async ({ page }) => {
  const portal = await startPortal();
  const framedSite = await startStaticSite(`'self' ${portal.origin}`);
  try {
    portal.meet(framedSite.url);
    await page.goto(portalAddress(portal, framedSite.url, {}));
    const frame = framed(page);
    const chooses = page.waitForEvent("filechooser");
    await frame.getByRole("region", { name: "Open your files" }).getByRole("button").click();
    await (await chooses).setFiles(CRM_FILE);
    await confirm(frame);
    const shown = createdIn(CRM_REFERRALS, { from: "2017-01-01", to: "2017-12-31" }).length;
    await expect(frame.getByText(`${shown.toLocaleString("en-US")} referrals`)).not.toHaveCount(0);
  } finally {
    await framedSite.stop();
    await portal.stop();
  }
});
