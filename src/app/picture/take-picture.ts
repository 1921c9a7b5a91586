import type { PicturePart } from "./picture.ts";

const MAX_ELEMENTS = 8000;
/** References from one element to others by id. */
const REFERENCES = /^(for|headers|aria-(labelledby|describedby|controls|owns|details|activedescendant))$/;
/** Menus that are closed, what is said aloud, and what the page itself shows only later, in a place of its own. */
const LEFT_OUT =
  "[popover], dialog, script, noscript, .visually-hidden[role=status], .overview__since > *, .overview__watch > *";
const NAMES_CUSTOMERS = ".customer-name";

/** The content of an element, without what names customers; null where it is too large. Ids get a prefix, as the page has them too. */
export function takePicture(page: Element): PicturePart[] | null {
  let elements = 0;
  const partsOf = (parent: Element): PicturePart[] =>
    [...parent.childNodes].flatMap((node): PicturePart[] => {
      if (node instanceof Text) return [node.data];
      if (!(node instanceof HTMLElement || node instanceof SVGElement) || isLeftOut(node)) return [];
      elements += 1;
      const part: PicturePart = [node.tagName.toLowerCase(), attributesOf(node), partsOf(node), lookOf(node)];
      if (!(node instanceof SVGElement)) return [part];
      // Names of SVG elements keep their case.
      return [
        [node.tagName, part[1] as Record<string, string>, part[2] as PicturePart[], lookOf(node), "svg"],
      ];
    });
  const parts = partsOf(page);
  return elements > MAX_ELEMENTS ? null : parts;
}

function isLeftOut(element: Element): boolean {
  if (element.matches(LEFT_OUT)) return true;
  return element.localName === "section" && element.querySelector(NAMES_CUSTOMERS) !== null;
}

function attributesOf(element: Element): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of element.getAttributeNames())
    if (name !== "style") attributes[name] = prefixed(name, element.getAttribute(name) ?? "");
  if (element instanceof HTMLInputElement) {
    const { value, checked } = element;
    return { ...attributes, value, ...(checked && { checked: "" }) };
  }
  if (element instanceof HTMLOptionElement && element.selected) return { ...attributes, selected: "" };
  return attributes;
}

function prefixed(name: string, value: string): string {
  if (name === "id") return `picture-${value}`;
  if (REFERENCES.test(name)) return value.replace(/\S+/g, "picture-$&");
  return value.includes("url(") ? value.replace(/url\((["']?)#/g, "url($1#picture-") : value;
}

function lookOf(element: HTMLElement | SVGElement): { style?: string; left?: number } {
  const style = element.getAttribute("style");
  const { scrollLeft } = element;
  return { ...(style && { style }), ...(scrollLeft !== 0 && { left: scrollLeft }) };
}
