import type { Page } from "playwright/test";

/** The least size of what can be pressed, in CSS pixels (WCAG 2.5.8). */
const MIN_SIZE = 24;

/**
 * What can be pressed and is too small: its size and what it says. A figure
 * of one digit may be narrower where nothing else is near; links within a line of text may be as high as it.
 */
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
    const seen = [...targets].filter(isSeen).map((element) => ({ element, box: boxOf(element) }));
    const isSmall = ({ box }: { box: DOMRect }) => box.width < least - 0.5 || box.height < least - 0.5;
    /** Nothing else within a circle of the least size around its middle. */
    const isApart = ({ element, box }: (typeof seen)[number]) => {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return seen.every((other) => {
        if (other.element === element || other.element.contains(element)) return true;
        const [dx, dy] = [
          Math.max(other.box.left - x, 0, x - other.box.right),
          Math.max(other.box.top - y, 0, y - other.box.bottom),
        ];
        return Math.hypot(dx, dy) >= least / 2;
      });
    };
    const tooSmall = seen.filter(
      (one) => isSmall(one) && !isInText(one.element) && (one.box.height < least - 0.5 || !isApart(one)),
    );
    return tooSmall.map(({ element, box }) => {
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const size = `${Math.round(box.width)} × ${Math.round(box.height)}`;
      return `${size} ${element.tagName.toLowerCase()}.${element.className}: ${name}`;
    });
  }, MIN_SIZE);
}
