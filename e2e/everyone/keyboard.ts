import { type ElementHandle, expect, type Locator, type Page } from "playwright/test";

/** More stops than any page has. */
const MAX_STOPS = 400;
const FIND_EVERY = 20;

/** Goes on with the Tab key until a control has the focus; each stop on the way must show that it has it. */
export async function tabTo(page: Page, wanted: Locator, back = false): Promise<void> {
  let controls: ElementHandle[] = [];
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    // To find what has a name takes longer than all else, and a page in motion may draw it anew.
    if (controls.length === 0 || stop % FIND_EVERY === 0) controls = await wanted.elementHandles();
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const { hidden, isWanted } = await page.evaluate((all) => {
      const focused = document.activeElement;
      const isWanted = all.some((one) => one === focused);
      if (!focused || focused === document.body) return { hidden: null, isWanted };
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const isSeen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
      // A box that is hidden behind its label shows its focus there.
      const label = focused.closest("label");
      const isOnLabel = label !== null && getComputedStyle(label).outlineStyle !== "none";
      return { hidden: isSeen || isOnLabel ? null : focused.outerHTML.slice(0, 200), isWanted };
    }, controls);
    expect(hidden, "the focus is seen").toBeNull();
    if (isWanted) return;
  }
  throw new Error(`The Tab key does not reach ${wanted}`);
}

/** Goes to a control with the Tab key, and presses a key there. */
export async function pressAt(page: Page, wanted: Locator, key = "Enter", back = false): Promise<void> {
  await tabTo(page, wanted, back);
  await page.keyboard.press(key);
}
