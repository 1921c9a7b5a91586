import { paintOf, svgElement } from "./picture-colour.ts";
import { fontAttributes } from "./picture-text.ts";

/** Computed style properties to copy, besides colours. */
const DRAWN_BY = [
  "strokeWidth",
  "strokeDasharray",
  "strokeLinecap",
  "strokeLinejoin",
  "opacity",
  "textAnchor",
  "dominantBaseline",
  "vectorEffect",
] as const;

/** Attributes that only matter in the page, or are replaced by explicit ones. */
const DROPPED = /^(class|style|id|tabindex|role|focusable|width|height|x|y|on.*|aria-.*|data-.*)$/;

const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"]);
const GROUPS = new Set(["g", "defs", "clipPath", "title", "desc"]);

/** Copies an SVG of the page with colours and fonts inlined, positioned in the picture. */
export function drawGraphic(graphic: SVGSVGElement, x: number, y: number): SVGElement {
  const { left, top, width, height } = graphic.getBoundingClientRect();
  const copy = svgElement("svg", {
    x: left - x,
    y: top - y,
    width,
    height,
    viewBox: graphic.getAttribute("viewBox"),
    preserveAspectRatio: graphic.getAttribute("preserveAspectRatio"),
    overflow: getComputedStyle(graphic).overflow === "visible" ? "visible" : null,
  });
  copy.append(...copiesOf(graphic));
  return copy;
}

function copiesOf(parent: SVGElement): SVGElement[] {
  return [...parent.children].flatMap((child) => {
    if (!(child instanceof SVGElement)) return [];
    const isShape = SHAPES.has(child.tagName);
    if (!isShape && !GROUPS.has(child.tagName)) return child.tagName === "svg" ? copiesOf(child) : [];
    const style = getComputedStyle(child);
    if (style.display === "none" || (isShape && style.visibility === "hidden")) return [];
    return [copyOf(child, style, isShape)];
  });
}

function copyOf(element: SVGElement, style: CSSStyleDeclaration, isShape: boolean): SVGElement {
  const copy = svgElement(element.tagName);
  for (const { name, value } of element.attributes) {
    const isPlace = isShape && /^(width|height|x|y)$/.test(name);
    const isReferred = name === "id" && element.tagName === "clipPath";
    if (!DROPPED.test(name) || isPlace || isReferred) copy.setAttribute(name, value);
  }
  if (isShape) setLook(copy, style);
  else if (style.opacity !== "1") copy.setAttribute("opacity", style.opacity);
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data);
  }
  copy.append(...copiesOf(element));
  return copy;
}

function setLook(copy: SVGElement, style: CSSStyleDeclaration): void {
  setPaints(copy, style);
  for (const name of DRAWN_BY) {
    const value = style[name];
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (USUAL[name] === value) copy.removeAttribute(attribute);
    else copy.setAttribute(attribute, value);
  }
  if (!/^(text|tspan)$/.test(copy.tagName)) return;
  for (const [name, value] of Object.entries(fontAttributes(style))) {
    if (value !== null) copy.setAttribute(name, value);
  }
}

function setPaints(copy: SVGElement, style: CSSStyleDeclaration): void {
  for (const part of ["fill", "stroke"] as const) {
    const paint = style[part] === "none" ? null : paintOf(style[part]);
    const opacity = Number(style[`${part}Opacity`]) * (paint?.opacity ?? 1);
    copy.setAttribute(part, paint?.colour ?? "none");
    if (paint && opacity !== 1) copy.setAttribute(`${part}-opacity`, String(opacity));
    else copy.removeAttribute(`${part}-opacity`);
  }
}

const USUAL: Record<(typeof DRAWN_BY)[number], string> = {
  strokeWidth: "1px",
  strokeDasharray: "none",
  strokeLinecap: "butt",
  strokeLinejoin: "miter",
  opacity: "1",
  textAnchor: "start",
  dominantBaseline: "auto",
  vectorEffect: "none",
};
