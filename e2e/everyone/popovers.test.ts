import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile, WHOLE_TIME } from "../crm.ts";
import { expectQuietConsole, goTo } from "../page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const PERIOD = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

/** Notes, frame by frame, where the open popover stands in the page, once it has been placed. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const places: string[] = [];
    Object.assign(window, { places });
    const look = () => {
      const popover = document.querySelector(":popover-open");
      if (popover) {
        const { left, top } = popover.getBoundingClientRect();
        const place = `${Math.round(left + scrollX)}, ${Math.round(top + scrollY)}`;
        if (place !== places.at(-1)) places.push(place);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { places: string[] }).places);
}

test("the menu of columns stays where it was opened, in any width", async ({ page }) => {
  for (const { width, height } of [
    { width: 1280, height: 720 },
    { width: 390, height: 800 },
  ]) {
    await page.setViewportSize({ width, height });
    await goTo(page, `${server().url}/referrals?${PERIOD}`);
    const places = await watch(page);
    await page.getByRole("button", { name: /^Columns/ }).click();
    const popover = page.getByRole("dialog", { name: "Columns" });
    const box = await popover.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    await page.getByRole("checkbox", { name: "Outcome" }).uncheck();
    await page.getByRole("button", { name: "Pin Created" }).click();
    await page.getByRole("button", { name: "Make ID wider" }).click();
    await page.getByRole("button", { name: "Move Created earlier" }).click();
    // The last one, to be reached by scrolling in the menu.
    await page.getByRole("button", { name: "Reset columns" }).click();
    await expect(popover).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await places()).toHaveLength(1);
    await page.keyboard.press("Escape");
    await expect(popover).toBeHidden();
  }
});

test("a menu goes with the page when it scrolls, and finds its place anew in a narrower window", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(`${server().url}/?${PERIOD}`);
  const button = page.getByRole("button", { name: /^Customer market/ });
  await button.click();
  const popover = page.getByRole("dialog", { name: "Customer market" });
  const apart = async () => {
    const [from, to] = [await button.boundingBox(), await popover.boundingBox()];
    return { x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) - (from?.height ?? 0) };
  };
  expect(await apart()).toEqual({ x: 0, y: 4 });
  await page.evaluate(() => scrollBy(0, 120));
  expect(await apart()).toEqual({ x: 0, y: 4 });
  await page.setViewportSize({ width: 700, height: 500 });
  await expect.poll(async () => (await apart()).y).toBe(4);
  const box = await popover.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(700);
  await page.keyboard.press("Escape");
  await expect(popover).toBeHidden();
  await expect(button).toBeFocused();
});
