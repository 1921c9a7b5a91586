import type { Page } from "playwright/test";

/** Texts that are cut off without an ellipsis, and texts that stand on one another, in the main part of the page. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth} pixels`] : [];
    type Line = { element: Element; text: string; box: DOMRect };

    // What floats above the page, or is for screen readers only, or scrolls by itself, hides nothing that is needed.
    const APART = ".visually-hidden, .skip, .grid-box, [role=slider], [popover], dialog, .stack__words";
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(APART);

    function linesOf(node: Node): Line[] {
      const element = node.parentElement;
      const text = (node.textContent ?? "").trim();
      if (!element || text === "" || !isSeen(element)) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((box) => ({ element, text, box }));
    }

    /** What is left of a box within all that hides or scrolls what is outside of it. */
    function visiblePart(element: Element, box: DOMRect): DOMRect {
      let [left, right] = [box.left, box.right];
      for (let one: Element | null = element; one; one = one.parentElement) {
        if (["visible", ""].includes(getComputedStyle(one).overflowX)) continue;
        const edge = one.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      }
      return new DOMRect(left, box.top, Math.max(0, right - left), box.height);
    }

    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) lines.push(...linesOf(walker.currentNode));

    /** The nearest box that hides what is outside of it; null where that ends in dots, or scrolls. */
    function clipOf(element: Element): DOMRect | null {
      for (let one: Element | null = element; one; one = one.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(one);
        if (textOverflow === "ellipsis" || overflowX === "auto" || overflowX === "scroll") return null;
        if (overflowX === "hidden" || overflowX === "clip") return one.getBoundingClientRect();
      }
      return null;
    }
    const cut = lines.filter(({ element, box }) => {
      const clip = clipOf(element);
      return clip !== null && (box.right > clip.right + 1 || box.left < clip.left - 1);
    });

    const sorted = lines
      .map(({ element, text, box }) => ({ element, text, box: visiblePart(element, box) }))
      .toSorted((a, b) => a.box.top - b.box.top);
    const overlapping = sorted.flatMap((one, at) => {
      const rest = sorted.slice(at + 1);
      const end = rest.findIndex(({ box }) => box.top >= one.box.bottom - 3);
      return rest.slice(0, end < 0 ? rest.length : end).flatMap((other) => {
        if (other.element === one.element) return [];
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return across > 2 && down > 3 ? [`“${one.text}” on “${other.text}”`] : [];
      });
    });
    return [...sideways, ...cut.map(({ text }) => `cut: “${text}”`), ...overlapping];
  });
}
