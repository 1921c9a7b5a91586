import { basename } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "../crm.ts";
import { englishOnly, readableTexts } from "../languages.ts";
import { expectQuietConsole } from "../page.ts";
import { visit } from "../views/referrals-page.ts";
import { look, PAGES, settle, show } from "./looks.ts";

const server = serverForFile({ file: CRM_FILE });
const locked = serverForFile({ file: CRM_FILE, signIn: "local" });
expectQuietConsole();

/** What the file itself says: names, ids, and the status as sent with its count. */
const SENT = new Set(CRM_REFERRALS.flatMap(({ id, customerName, status }) => [id, customerName, status]));
const isOurs = (text: string) =>
  !SENT.has(text.replace(/ ?[(（].*/, "")) && !/^https?:|^\/|^curl |^GET /.test(text);

/** The short names of weekdays, as a calendar heads its columns: "So" is a word of English too. */
function weekdays(language: string): Set<string> {
  const { format } = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return new Set(Array.from({ length: 7 }, (_, day) => format(Date.UTC(2026, 0, 5 + day)).replace(".", "")));
}

const OPEN = ".popover:popover-open, dialog[open]";

/** What can be opened on a page, one of each name without what it is about. */
async function openEach(page: Page, visitOpen: (name: string) => Promise<void>): Promise<void> {
  const buttons = page.locator("button[popovertarget]").filter({ visible: true });
  const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  const kinds = new Map(names.map((name, at) => [name.replace(/[:：].*/, ""), at]));
  for (const [kind, at] of kinds) {
    await buttons.nth(at).click();
    await expect(page.locator(OPEN).first()).toBeVisible();
    await settle(page);
    await visitOpen(kind);
    await page.keyboard.press("Escape");
  }
}

for (const language of ["de", "zh-Hant"] as const) {
  test(`no English word is left in ${language}: tables, help, what opens, and where nothing is`, {
    tag: "@long",
  }, async ({ page }) => {
    test.setTimeout(400_000);
    const isEnglish = await englishOnly(language);
    const days = weekdays(language);
    const isHead = (text: string) => text.split("\t").every((part) => days.has(part));
    const expectNone = async (about: string) => {
      const all = (await readableTexts(page)).map((text) => text.replace(basename(CRM_FILE), ""));
      const texts = all.filter((text) => !isHead(text));
      expect.soft([about, texts.filter(isEnglish).filter(isOurs)]).toEqual([about, []]);
    };
    await look(page, "light", 1280, 1400);
    await page.goto(server().url);
    for (const address of [...PAGES, "/?from=2001-01-01&to=2001-01-31&market=KR"]) {
      const table = `${address}${address.includes("?") ? "&" : "?"}as=table`;
      await show(page, table, language);
      await expectNone(table);
      await show(page, address, language);
      await openEach(page, (name) => expectNone(`${address} ${name}`));
    }
    await show(page, "/referrals", language);
    await page.getByRole("grid").getByRole("rowheader").first().click();
    await expect(page.locator(OPEN).first()).toBeVisible();
    await expectNone("life line");
    await page.keyboard.press("Escape");
    await page.locator("header button").filter({ hasText: "?" }).click();
    await expect(page.locator(OPEN).first()).toBeVisible();
    await expectNone("keys");
    await page.keyboard.press("Escape");
    await visit(page, `/nowhere?lang=${language}`);
    await expect(page.locator(".message")).toBeVisible();
    await expectNone("nowhere");
  });

  test(`the way in speaks ${language}`, { tag: "@long" }, async ({ browser }) => {
    const isEnglish = await englishOnly(language);
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    for (const address of ["/", "/sign-in-relay.html", "/sign-in-bridge.html"]) {
      await page.goto(locked().url + address);
      await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
      await expect.poll(async () => (await readableTexts(page)).filter(isEnglish), address).toEqual([]);
      expect.soft((await readableTexts(page)).length).toBeGreaterThan(1);
    }
    await context.close();
  });
}
