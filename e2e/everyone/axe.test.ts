import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole } from "../page.ts";
import { barriers, COLOURS, LANGUAGES, look, PAGES, settle, show, WIDTHS } from "./looks.ts";

const server = serverForFile({});
const locked = serverForFile({ signIn: "local" });
expectQuietConsole();

const LOOKS = WIDTHS.flatMap((width) => COLOURS.map((colours) => ({ width, colours })));
const TABLES = ["/", "/funnel", "/trends", "/markets", "/times"].map((path) => `${path}?as=table`);
const NOTHING = "/?from=2010-01-01&to=2010-01-31&market=KR";

async function expectNone(page: Page, about: unknown[], part?: string): Promise<void> {
  expect.soft([...about, await barriers(page, part)]).toEqual([...about, []]);
}

/** Some pages of the long run below, for a quick one. */
const SAMPLE = ["/", "/markets?as=table", "/referrals"];

test("some pages and a table have no barrier that axe finds, each in another look", async ({ page }) => {
  await page.goto(server().url);
  for (const [at, address] of SAMPLE.entries()) {
    const { width, colours } = LOOKS[at % LOOKS.length] ?? { width: 1280, colours: "light" };
    const language = LANGUAGES[at % LANGUAGES.length] ?? "en";
    await look(page, colours, width);
    await show(page, address, language);
    await expectNone(page, [address, language, width, colours]);
  }
});

for (const { width, colours } of LOOKS) {
  test(`no page in any language has a barrier that axe finds, ${width} pixels, ${colours}`, {
    tag: "@long",
  }, async ({ page }) => {
    test.setTimeout(900_000);
    await look(page, colours, width);
    await page.goto(server().url);
    for (const language of LANGUAGES)
      for (const address of PAGES) {
        await show(page, address, language);
        await expectNone(page, [address, language]);
      }
  });

  test(`no table and nothing that opens has a barrier that axe finds, ${width} pixels, ${colours}`, {
    tag: "@long",
  }, async ({ page }) => {
    test.setTimeout(900_000);
    await look(page, colours, width);
    await page.goto(server().url);
    for (const address of [...TABLES, NOTHING]) {
      await show(page, address, "en");
      await expectNone(page, [address]);
    }
    await openAll(page, async (name) => expectNone(page, [name], ".popover:popover-open, dialog[open]"));
  });
}

test("the way in has no barrier that axe finds, in any language and look", {
  tag: "@long",
}, async ({ browser }) => {
  test.setTimeout(300_000);
  for (const language of LANGUAGES) {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    for (const { width, colours } of LOOKS) {
      await look(page, colours, width);
      for (const address of ["/", "/sign-in-relay.html", "/sign-in-bridge.html"]) {
        await page.goto(locked().url + address);
        await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
        await expect(page.locator("button, a[href]").filter({ visible: true }).first()).toBeVisible();
        // Without a style of its own the page has the browser's dark ground, which axe takes for white.
        if (address === "/sign-in-bridge.html" && colours === "dark") continue;
        await expectNone(page, [address, language, width, colours]);
      }
    }
    await context.close();
  }
});

/** Opens one of each kind that a view has: selection, explanations, exports, columns, filters, keys, a life line. */
async function openAll(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  for (const [address, names] of [
    ["/", [/^Period/, /^Customer market/, /^More filters/, /^Saved views/, /^Share/, /^Display/]],
    ["/funnel", [/^How is this counted/, /^Export: /]],
    [
      "/referrals",
      [/^Columns/, /^Filter by Created/, /^Keyboard shortcuts/, /^How is this counted/, /^Export: /],
    ],
  ] as const) {
    await show(page, address, "en");
    for (const name of names) {
      const button = page.getByRole("button", { name }).first();
      await button.click();
      await expect(page.locator(".popover:popover-open, dialog[open]")).toBeVisible();
      await settle(page);
      await visit(`${address} ${name}`);
      await page.keyboard.press("Escape");
    }
  }
  await page.getByRole("grid").getByRole("rowheader").first().click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  await visit("life line");
}
