import { expect, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole } from "../page.ts";
import { misfits } from "./fit.ts";
import { look, PAGES, show } from "./looks.ts";

const server = serverForFile({});
expectQuietConsole();

const TABLES = ["/", "/funnel", "/trends", "/markets", "/times"].map((path) => `${path}?as=table`);

for (const [name, width, language] of [
  ["a window at 200 %", 640, "en"],
  ["a window at 200 % in long words", 640, "en-XA"],
  ["a wide window in long words", 1280, "en-XA"],
  ["a wide window in German", 1280, "de"],
  ["a small phone", 320, "en"],
  ["a small phone in German", 320, "de"],
  ["a small phone in Chinese", 320, "zh-Hant"],
  ["a small phone in long words", 320, "en-XA"],
] as const)
  test(`nothing is cut off, nothing overlaps, and nothing scrolls sideways, in ${name}`, {
    tag: "@long",
  }, async ({ page }) => {
    test.setTimeout(300_000);
    await look(page, "light", width);
    await page.goto(server().url);
    for (const address of [...PAGES, ...TABLES]) {
      await show(page, address, language);
      expect.soft([address, await misfits(page)]).toEqual([address, []]);
    }
  });
