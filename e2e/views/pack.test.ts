import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { barriers } from "../everyone/looks.ts";
import { expectedFunnel } from "../expected.ts";
import { expectQuietConsole } from "../page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const COMMENT = `<img src="x" onerror="alert(1)"> & more\nin two lines`;

/** Saves a pack of the view that is open. */
async function savePack(page: Page, path: string): Promise<string> {
  const dialog = page.getByRole("dialog", { name: "Review pack" });
  await dialog.getByLabel("Comment on Status funnel").fill(COMMENT);
  await dialog.getByLabel("Key figures", { exact: true }).uncheck();
  const arrives = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the file" }).click();
  await (await arrives).saveAs(path);
  await dialog.getByRole("button", { name: "Close" }).click();
  return pathToFileURL(path).href;
}

test("a review pack opens from disk without a request, with the figures of an independent count, and says when it was edited", async ({
  page,
  context,
}, info) => {
  await page.goto(`${server().url}/?from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`);
  await expect(page.getByRole("heading", { name: "Targets", exact: true })).toBeVisible();
  await page.locator("header").getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Review pack" }).click();
  const path = info.outputPath("pack.html");
  const address = await savePack(page, path);
  await expect(page.locator("header").getByRole("button", { name: "Share" })).toBeFocused();
  const html = await readFile(path, "utf8");
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1_000_000);

  const pack = await context.newPage();
  const requests: string[] = [];
  pack.on("request", (request) => requests.push(request.url()));
  await pack.goto(address);
  await expect(pack.getByText("This file is as it was saved")).toBeVisible();
  expect(requests).toEqual([address]);
  await expect(pack.getByText(COMMENT)).toBeVisible();
  await expect(pack.getByRole("heading", { name: "Key figures" })).toHaveCount(0);
  // Far below what was ever in sight.
  await expect(pack.getByRole("heading", { name: "To do today" })).toBeVisible();
  const funnel = pack.locator("section", { has: pack.getByRole("heading", { name: "Status funnel" }) });
  const counts = await funnel.locator("tbody td:nth-child(2)").allInnerTexts();
  const { stages } = expectedFunnel(CRM_REFERRALS, WHOLE_TIME);
  const figures = counts.slice(0, 4).map((text) => Number(text.replaceAll(",", "")));
  const { Created, Acknowledged, Accepted, Won } = stages;
  expect(figures).toEqual([Created, Acknowledged, Accepted, Won]);
  expect(await barriers(pack)).toEqual([]);

  await writeFile(path, html.replace(`>${counts[0]}<`, ">9,999<"));
  await pack.goto(address);
  await expect(pack.getByText("This file was changed after it was saved")).toBeVisible();
});
