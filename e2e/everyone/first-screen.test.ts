import { expect, type Locator, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile, WHOLE_TIME } from "../crm.ts";
import { expectQuietConsole, goTo } from "../page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const PERIOD = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;
const PHONE = { width: 390, height: 844 };

/** The one button in which all controls stand where there is no room for them. */
const fold = (page: Page) => page.getByRole("button", { name: /^Filters: / });
const topOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN;

test("on a phone one button holds all controls, above a headline in the upper quarter", async ({ page }) => {
  await test.step("on a phone the headline begins in the upper quarter, below one row of controls", async () => {
    await page.setViewportSize(PHONE);
    await page.goto(`${server().url}/?${PERIOD}`);
    await expect(page.locator(".headline")).toContainText("referrals");
    expect(await topOf(page.locator(".headline"))).toBeLessThan(200);
    await expect(page.locator(".trust")).toContainText("Complete");
    await expect(page.getByText(/^as of/)).toBeHidden();
    await page.getByRole("button", { name: "Details" }).click();
    await expect(page.getByText(/^as of/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });
  await test.step("its button says what is set, and opens all controls to the keyboard", async () => {
    await page.setViewportSize(PHONE);
    await goTo(page, `${server().url}/?${PERIOD}&outcome=won,lost`);
    await expect(fold(page)).toHaveText("Jan 2016 – Dec 2017 · All customer markets · 2 more filters");
    const markets = page.getByRole("button", { name: /^Customer market/ });
    await expect(markets).toBeHidden();
    await expect(fold(page)).toHaveAttribute("aria-expanded", "false");
    await fold(page).press("Enter");
    await expect(fold(page)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: /^Period/ })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(markets).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox").first().press("Space");
    await page.keyboard.press("Escape");
    const [chosen] = new URL(page.url()).searchParams.getAll("market");
    expect(chosen).toBeTruthy();
    await expect(markets).toBeFocused();
    const name = (await markets.textContent()) ?? "";
    await expect(fold(page)).toHaveText(`Jan 2016 – Dec 2017 · ${name} · 2 more filters`);
    await expect(page.getByRole("combobox", { name: "Interval" })).toBeVisible();
    await fold(page).click();
    await expect(markets).toBeHidden();
  });
  await test.step("what a portal has locked is said there, and cannot be changed", async () => {
    await page.setViewportSize(PHONE);
    await goTo(page, `${server().url}/?${PERIOD}&market=US&lock=market,period&chrome=none`);
    await expect(fold(page)).toHaveText("Jan 2016 – Dec 2017 · United States");
    await fold(page).click();
    await expect(page.getByRole("button", { name: /^Period|^Customer market/ })).toHaveCount(0);
    await expect(page.locator(".selection").getByText("United States").last()).toBeVisible();
    await expect(page.getByRole("button", { name: "More filters" })).toBeVisible();
  });
});

test("bars share one line and scale, a rate is said once, a select looks like a button", async ({ page }) => {
  await test.step("bars of markets start at one line and share one scale", async () => {
    for (const [address, bar] of [
      ["/", ".markets .markets__bar"],
      ["/markets", ".ranked .markets__bar"],
    ] as const) {
      await page.goto(`${server().url}${address}?${PERIOD}`);
      await expect(page.locator(bar).nth(3)).toBeVisible();
      const bars = await page.locator(bar).evaluateAll((all) =>
        all.map((one) => {
          const cell = one.closest("td");
          const count = Number(cell?.querySelector("data")?.value);
          const figure = cell?.querySelector("data")?.getBoundingClientRect();
          const { left, right, width } = one.getBoundingClientRect();
          return { left, count, width, isApart: right <= (figure?.left ?? 0) };
        }),
      );
      const [first] = bars;
      for (const { left, count, width, isApart } of bars) {
        expect(left).toBe(first?.left);
        expect(isApart).toBe(true);
        expect(width).toBeCloseTo(((first?.width ?? 0) * count) / (first?.count ?? 1), 0);
      }
    }
  });
  await test.step("a rate that is the same of both stages is said once", async () => {
    await goTo(page, `${server().url}/?${PERIOD}`);
    const rates = page.locator(".funnel__rates");
    await expect(rates).toHaveCount(3);
    await expect(rates.first()).toHaveText(/^[\d.]+% of created( ·|$)/);
    for (const text of await rates.allTextContents()) {
      const all = text.match(/[\d.]+%/g) ?? [];
      expect(new Set(all).size, text).toBe(all.length);
    }
  });
  await test.step("a select looks like the buttons beside it", async () => {
    await goTo(page, `${server().url}/?${PERIOD}`);
    const look = (element: Locator) =>
      element.evaluate((node) => {
        const { height, backgroundColor, color, borderColor, fontSize } = getComputedStyle(node);
        return { height, backgroundColor, color, borderColor, fontSize };
      });
    const button = await look(page.getByRole("button", { name: "More filters" }));
    for (const name of ["Interval", "Breakdown"]) {
      const select = page.getByRole("combobox", { name });
      expect(await look(select)).toEqual(button);
      expect(await select.evaluate((node) => getComputedStyle(node).appearance)).toBe("none");
    }
  });
});
