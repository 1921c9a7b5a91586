import { basename } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "../crm.ts";
import { type Fault, hurryRetries, putFaults } from "../faults.ts";
import { englishOnly, readableTexts } from "../languages.ts";
import { barriers } from "./looks.ts";

const server = serverForFile({ file: CRM_FILE });

test.beforeEach(({ page }) => hurryRetries(page));
test.afterEach(() => putFaults(server().url, []));

/** One of each that ends a query. */
const FAULTS: readonly Fault[] = [
  { kind: "html" },
  { kind: "malformed" },
  { kind: "expired-token" },
  { kind: "forbidden" },
  { kind: "mfa" },
  { kind: "wrong-audience" },
  { kind: "not-here" },
  { kind: "unavailable" },
  { kind: "drop" },
];

/** Everything in an address that cannot be used. */
const ODD = "from=2017-13-01&to=soon&basis=x&size=&grain=hour&by=colour&compare=all&as=poem&theme=blue&v=9";

/** What the page says, without what the service says itself, what is quoted of an address, and the name of the file. */
async function ownTexts(page: Page): Promise<string[]> {
  const texts = await page.locator(".message--error > .second, .message__ids").allTextContents();
  return (await readableTexts(page))
    .filter((text) => !texts.includes(text) && !text.includes("http"))
    .map((text) => text.replace(/„[^“]*“|「[^」]*」/g, "").replace(basename(CRM_FILE), ""));
}

for (const language of ["de", "zh-Hant"] as const)
  test(`failures and notices translatePage ${language}, and have no barrier that axe finds`, {
    tag: "@long",
  }, async ({ page }) => {
    test.setTimeout(300_000);
    const isEnglish = await englishOnly(language);
    const expectOwn = async (about: unknown) => {
      expect.soft([about, (await ownTexts(page)).filter(isEnglish)]).toEqual([about, []]);
      expect.soft([about, await barriers(page)]).toEqual([about, []]);
    };
    for (const fault of FAULTS) {
      await putFaults(server().url, [fault]);
      await page.goto(`${server().url}/?lang=${language}`);
      await expect(page.getByRole("alert").first(), fault.kind).toBeVisible({ timeout: 60_000 });
      await expectOwn(fault);
    }
    await putFaults(server().url, [{ kind: "throttle", retryAfter: 30 }]);
    await page.goto(`${server().url}/?lang=${language}`);
    await expect(page.locator("[role=status].message, [role=status] > .message").first()).toBeVisible();
    await expectOwn("throttle");
    await putFaults(server().url, []);
    await page.goto(`${server().url}/?lang=${language}&${ODD}`);
    await expect(page.locator("main .message").first()).toBeVisible();
    await expectOwn("an odd address");
  });
