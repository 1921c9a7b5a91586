import { expect, type Page, test } from "playwright/test";
import { type RunningServer, startServer } from "./start-server.ts";

const VIEWS = [{ name: "overview", path: "/" }];

const LOOKS = [
  { name: "1280-light", width: 1280, colorScheme: "light" },
  { name: "1280-dark", width: 1280, colorScheme: "dark" },
  { name: "390", width: 390, colorScheme: "light" },
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
      await page.screenshot({
        path: `${import.meta.dirname}/screenshots/${view.name}-${look.name}.png`,
        fullPage: true,
      });
      await context.close();
    });
  }
}

async function allDrawn(page: Page): Promise<void> {
  await expect(page.getByRole("region", { name: "Markets" }).getByRole("row").nth(1)).toBeVisible();
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  await expect(page.getByText("Complete", { exact: true })).toBeVisible();
}
