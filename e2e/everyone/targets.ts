import type { Page } from "playwright/test";

/** The least size of what can be pressed, in CSS pixels (WCAG 2.5.8). */
const LEAST = 24;

/** What can be pressed and is too small: its size and what it says. Links within a line of text may be as high as it. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, summary, [role=slider], [role=button], [tabindex='0']",
    );
    // A cohort's strip is as wide as there is room for all; its table has a button of full size for each.
    const isSeen = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      element.closest(".visually-hidden, .skip, .cohorts__columns") === null;
    // A box of one's own label is pressed with it.
    const boxOf = (element: HTMLElement) => (element.closest("label") ?? element).getBoundingClientRect();
    const isInText = (element: HTMLElement) =>
      getComputedStyle(element).display === "inline" &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
      );
    return [...targets]
      .filter((element) => isSeen(element) && !isInText(element))
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(({ element, box }) => {
        const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
        const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
        return `${size} ${element.tagName.toLowerCase()}.${element.className} in ${element.parentElement?.tagName.toLowerCase()}.${element.parentElement?.className}: ${name}`;
      });
  }, LEAST);
}
