import { expect, test } from "playwright/test";
import { serverForFile } from "./crm.ts";
import { expectQuietConsole } from "./page.ts";

const server = serverForFile({});
expectQuietConsole();

test("large answers are read by a worker, under the page's policy", async ({ page }) => {
  const started = page.waitForEvent("worker");
  await page.goto(server().url);
  expect((await started).url()).toMatch(/\/assets\/parse\.worker-/);
});
