import { basename } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { cutTexts, englishOnly, readableTexts } from "./languages.ts";
import { expectQuietConsole } from "./page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const VIEWS = ["/", "/funnel", "/trends", "/markets", "/times", "/referrals"];

/** What the file itself says in the list of referrals: names, and the status as sent with its count. */
const SENT = new Set(CRM_REFERRALS.flatMap(({ customerName, status }) => [customerName, status]));

/** Goes from view to view as readers do, and waits until nothing loads any more. */
async function visitViews(page: Page, search: string, visit: (path: string) => Promise<void>): Promise<void> {
  await page.goto(server().url + search);
  for (const path of VIEWS) {
    await page.locator(`nav a[href^="${path}?"]`).click();
    await expect(page.locator("main section:not([hidden])").first()).toBeVisible();
    await expect(page.locator(".panel__loading, .skeleton, [role=progressbar]")).toHaveCount(0);
    await visit(path);
  }
}

for (const language of ["de", "zh-Hant"] as const) {
  test(`no English word is left in ${language}`, async ({ page }) => {
    const isEnglish = await englishOnly(language);
    await visitViews(page, `/?lang=${language}`, async (path) => {
      // The name of the file is the reader's own.
      const texts = (await readableTexts(page)).map((text) => text.replace(basename(CRM_FILE), ""));
      expect.soft(texts.length, path).toBeGreaterThan(40);
      const isOurs = (text: string) => path !== "/referrals" || !SENT.has(text.replace(/ ?[(（].*/, ""));
      expect.soft([path, texts.filter(isEnglish).filter(isOurs)]).toEqual([path, []]);
    });
  });
}

for (const [name, width, lang] of [
  ["a wide window", 1280, "en-XA"],
  ["a window at 200 %", 640, "en-XA"],
  ["a small phone", 320, "en-XA"],
  ["a wide window from right to left", 1280, "ar-XB"],
  ["a small phone from right to left", 320, "ar-XB"],
] as const) {
  test(`long words are not cut, and nothing scrolls sideways, in ${name}`, { tag: "@long" }, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await visitViews(page, `/?lang=${lang}`, async (path) => {
      await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar-XB" ? "rtl" : "ltr");
      expect.soft([path, await cutTexts(page)]).toEqual([path, []]);
    });
  });
}

test("a language is chosen, kept, and asked for by an address", async ({ page }) => {
  await page.goto(server().url);
  const heading = page.getByRole("heading", { level: 1 });
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByLabel("Language").selectOption({ label: "Deutsch" });
  await expect(heading).toHaveText("Empfehlungsanalyse");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.reload();
  await expect(heading).toHaveText("Empfehlungsanalyse");
  await page.goto(`${server().url}/?lang=zh-TW`);
  await expect(heading).toHaveText("轉介分析");
  await page.getByRole("button", { name: "顯示", exact: true }).click();
  await page.getByLabel("語言").selectOption("browser");
  await expect(page).not.toHaveURL(/lang/);
  await expect(heading).toHaveText("Referral analytics");
});

test("a language without words falls to the reader's own, and the page says so", async ({ page }) => {
  await page.goto(`${server().url}/?lang=fr-CA`);
  await expect(page.getByText("“fr-CA” isn’t available yet; using English.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
});
