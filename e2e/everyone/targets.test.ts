import { expect, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole } from "../page.ts";
import { look, PAGES, show } from "./looks.ts";
import { smallTargets } from "./targets.ts";

const server = serverForFile({});
expectQuietConsole();

for (const width of [1280, 390])
  test(`all that can be pressed is 24 pixels large, also in tables, at ${width} pixels`, {
    tag: width === 390 ? ["@long"] : [],
  }, async ({ page }) => {
    await look(page, "light", width);
    await page.goto(server().url);
    for (const address of [...PAGES, "/?as=table", "/funnel?as=table", "/times?as=table"]) {
      await show(page, address, "en");
      expect.soft([address, await smallTargets(page)]).toEqual([address, []]);
    }
  });
