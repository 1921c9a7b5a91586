/** Properties that lay out and paint a pseudo-element. */
const COPIED = [
  "position",
  "top",
  "right",
  "bottom",
  "left",
  "display",
  "box-sizing",
  "width",
  "height",
  "margin",
  "padding",
  "border-width",
  "border-style",
  "border-color",
  "border-radius",
  "background-color",
  "color",
  "opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "line-height",
  "vertical-align",
  "translate",
  "rotate",
  "white-space",
];

const PLACES = ["::before", "::after"] as const;
const MARK = "data-drawn";

/**
 * Replaces ::before and ::after by real elements, which can be measured and drawn, while `work` runs. Reverted
 * synchronously, so never painted.
 */
export function withPseudoElements<T>(root: HTMLElement, work: () => T): T {
  const made = [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) =>
    PLACES.flatMap((place) => standIn(element, place)),
  );
  const hidden = new CSSStyleSheet();
  hidden.replaceSync(PLACES.map((place) => `[${MARK}]${place} { content: none !important; }`).join(" "));
  document.adoptedStyleSheets.push(hidden);
  for (const { element, place, span } of made) {
    element.setAttribute(MARK, "");
    if (place === "::before") element.prepend(span);
    else element.append(span);
  }
  try {
    return work();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hidden);
    for (const { element, span } of made) {
      element.removeAttribute(MARK);
      span.remove();
    }
  }
}

function standIn(element: HTMLElement, place: (typeof PLACES)[number]) {
  const style = getComputedStyle(element, place);
  if (style.content === "none" || style.content === "normal" || style.display === "none") return [];
  const span = document.createElement("span");
  for (const name of COPIED) span.style.setProperty(name, style.getPropertyValue(name));
  span.textContent = style.content.replace(/^"|"$/g, "").replace(/\\(["\\])/g, "$1");
  return [{ element, place, span }];
}
