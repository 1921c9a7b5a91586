import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE } from "./crm.ts";
import { panel } from "./page.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let root = "";
let server: RunningServer;

// A build of its own, whose files the tests take away while it runs.
test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "deployment-"));
  cpSync(join(ROOT, "dist"), join(root, "dist"), { recursive: true });
  mkdirSync(join(root, "away"));
  for (const name of ["node_modules", "package.json"]) symlinkSync(join(ROOT, name), join(root, name));
  server = await startServer({ file: CRM_FILE, root });
});
test.afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true });
});

/** Moves the files of a part of the page away, as a deployment does with those of the build before; returns their way back. */
function takeAway(part: RegExp): () => void {
  const assets = join(root, "dist/app/assets");
  const names = readdirSync(assets).filter((name) => part.test(name));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) renameSync(join(assets, name), join(root, "away", name));
  return () => {
    for (const name of names) renameSync(join(root, "away", name), join(assets, name));
  };
}

/** Addresses of the documents that the page loads from now on. */
function watchLoads(page: Page): string[] {
  const loads: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loads.push(request.url()));
  return loads;
}

const ADDRESS = "/markets?from=2017-01-01&to=2017-06-30&market=US";

test("a tab whose code is gone loads anew at its address, and goes on with the new code", async ({
  page,
}) => {
  await page.goto(`${server.url}/?from=2017-01-01&to=2017-06-30&market=US`);
  await expect(panel(page, "Key figures").locator("data").first()).toBeVisible();
  const bringBack = takeAway(/^markets-view/);
  const loads = watchLoads(page);
  // The new build's files are there when the page comes back for them.
  page.on("request", (request) => request.isNavigationRequest() && loads.length === 1 && bringBack());
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  await expect(panel(page, "Customer markets").locator("data").first()).toBeVisible();
  expect(loads.map((url) => url.replace(server.url, ""))).toEqual([ADDRESS]);
});

test("code that stays away gets a sentence after one reload, and never a blank page", async ({ page }) => {
  await page.goto(`${server.url}/?from=2017-01-01&to=2017-06-30&market=US`);
  await expect(panel(page, "Key figures").locator("data").first()).toBeVisible();
  const bringBack = takeAway(/^markets-view/);
  const loads = watchLoads(page);
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  const alert = page.getByRole("alert");
  await expect.poll(() => loads.length).toBe(1);
  await expect(alert).toContainText("A part of this page couldn’t be loaded.");
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await expect(panel(page, "Key figures").locator("data").first()).toBeVisible();
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  await expect(alert).toContainText("A part of this page couldn’t be loaded.");
  expect(loads).toEqual([server.url + ADDRESS]);
  bringBack();
  await alert.getByRole("button", { name: "Reload" }).click();
  await expect(panel(page, "Customer markets").locator("data").first()).toBeVisible();
});

for (const [part, files] of [
  ["own script", /^index-.*\.js/],
  ["React DOM", /^react-dom-/],
] as const)
  test(`without the page's ${part} it loads anew once, then says so, and never stays blank`, async ({
    page,
  }) => {
    const loads = watchLoads(page);
    const bringBack = takeAway(files);
    // The second and third visit know that the script is gone.
    for (const [language, sentence, loaded] of [
      ["en", "This page couldn’t be loaded.", 2],
      ["de", "Diese Seite konnte nicht geladen werden.", 3],
      ["zh-Hant", "無法載入此頁面。", 4],
    ] as const) {
      await page.goto(`${server.url}/?lang=${language}`);
      await expect.poll(() => loads.length).toBe(loaded);
      await expect(page.getByRole("alert")).toContainText(sentence);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
    }
    expect(loads).toHaveLength(4);
    bringBack();
    await page.getByRole("button", { name: "重新載入" }).click();
    await expect(page.getByRole("navigation")).toBeVisible();
  });

test("without a server the tab stays what it is, and says so", async ({ page, context }) => {
  await page.goto(server.url);
  await expect(panel(page, "Key figures").locator("data").first()).toBeVisible();
  const loads = watchLoads(page);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("You’re offline, and this part of the page hasn’t been loaded yet.");
  await expect(alert).not.toContainText("http");
  expect(loads).toEqual([]);
});
