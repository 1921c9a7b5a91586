import { expect, type Page, test } from "playwright/test";
import { type RunningServer, startServer } from "./start-server.ts";

const VIEWS = [
  { name: "overview", path: "/" },
  { name: "funnel", path: "/funnel" },
  { name: "trends", path: "/trends" },
  { name: "markets", path: "/markets" },
  { name: "times", path: "/times" },
  { name: "referrals", path: "/referrals" },
] as const;

const LOOKS = [
  { name: "1280-light", width: 1280, colorScheme: "light", media: "screen" },
  { name: "1280-dark", width: 1280, colorScheme: "dark", media: "screen" },
  { name: "390", width: 390, colorScheme: "light", media: "screen" },
  { name: "print", width: 794, colorScheme: "light", media: "print" },
] as const;

let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});

test.afterAll(async () => {
  await server.stop();
});

for (const view of VIEWS) {
  for (const look of LOOKS) {
    test(`${view.name} ${look.name}`, async ({ browser }) => {
      const context = await browser.newContext({
        viewport: { width: look.width, height: 900 },
        colorScheme: look.colorScheme,
      });
      const page = await context.newPage();
      await page.goto(server.url + view.path);
      await allDrawn(page);
      await page.emulateMedia({ media: look.media });
      await page.screenshot({
        path: `${import.meta.dirname}/screenshots/${view.name}-${look.name}.png`,
        fullPage: true,
        clip: { x: 0, y: 0, width: look.width, height: await heightOf(page) },
      });
      await context.close();
    });
  }
}

test("start", async ({ browser }) => {
  const local = await startServer({ signIn: "local" });
  const context = await browser.newContext({ viewport: { width: 1280, height: 420 }, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(local.url);
  await expect(page.getByRole("button", { name: "Open your own files" })).toBeVisible();
  await page.screenshot({ path: `${import.meta.dirname}/screenshots/start-1280-light.png` });
  await context.close();
  await local.stop();
});

/** Of all pictures: a printed list of a thousand rows would be one of six megabytes. */
const MAX_PX = 4000;

async function heightOf(page: Page): Promise<number> {
  return Math.min(MAX_PX, await page.evaluate(() => document.documentElement.scrollHeight));
}

/** Nothing waits any more: no panel, no reading of records, no request. */
async function allDrawn(page: Page): Promise<void> {
  await expect(page.getByText("Complete", { exact: true })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
}
