import { drawBox } from "./picture-box.ts";
import { svgElement } from "./picture-colour.ts";
import { drawGraphic } from "./picture-graphic.ts";
import { withPseudoElements } from "./picture-pseudo.ts";
import { drawText, measuring } from "./picture-text.ts";

/** Title above the picture, and sentences about the selection. */
export type Caption = { title: string; lines: readonly string[] };

export type Picture = { svg: SVGElement; width: number; height: number };

/** White margin in pixels. */
const MARGIN = 16;
const INK = "#1b1b1a";
const SECOND_INK = "#5c5c58";
const FONT = "'Segoe UI', system-ui, sans-serif";

/** Leaves out controls and what appears on hover. */
const LEFT_OUT =
  "input, select, textarea, fieldset, .button, .panel__more, [popover], [role=slider], .visually-hidden";

/**
 * Draws `root` as a standalone SVG in the light theme: boxes, texts and graphics as laid out on the page, with colours
 * and fonts inlined, so that it looks the same in other programs.
 */
export function drawPicture(root: HTMLElement, { title, lines }: Caption): Picture {
  return inLight(root, () => {
    const area = root.getBoundingClientRect();
    const width = Math.max(area.width, root.scrollWidth, ...widthsWithin(root)) + 2 * MARGIN;
    const head = captionOf(title, lines, width - 2 * MARGIN);
    const height = area.height + head.height + 2 * MARGIN;
    const svg = svgElement("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    const name = svgElement("title");
    name.textContent = title;
    svg.append(name, svgElement("rect", { width, height, fill: "#ffffff" }), ...head.drawn);
    svg.append(...drawElement(root, area.left - MARGIN, area.top - MARGIN - head.height));
    return { svg, width, height };
  });
}

/** Runs `work` with the light theme applied; reverted synchronously, so never painted. */
function inLight<T>(root: HTMLElement, work: () => T): T {
  const page = document.documentElement;
  const theme = page.getAttribute("data-theme");
  const before = Object.keys(OWN_LOOK).map((name) => [name, root.style.getPropertyValue(name)] as const);
  page.setAttribute("data-theme", "light");
  for (const [name, value] of Object.entries(OWN_LOOK)) root.style.setProperty(name, value);
  try {
    return withPseudoElements(root, work);
  } finally {
    for (const [name, value] of before) root.style.setProperty(name, value);
    if (theme === null) page.removeAttribute("data-theme");
    else page.setAttribute("data-theme", theme);
  }
}

/** Undoes forced colours and the dimming of stale data. */
const OWN_LOOK = { "forced-color-adjust": "none", opacity: "1" };

/** Widths of horizontally scrolled content, which a picture shows in full. */
function widthsWithin(root: HTMLElement): number[] {
  return [...root.querySelectorAll(".table-scroll")].map((element) => element.scrollWidth);
}

function drawElement(element: Element, x: number, y: number): SVGElement[] {
  if (element.matches(LEFT_OUT)) return [];
  const style = getComputedStyle(element);
  if (style.display === "none" || style.opacity === "0") return [];
  if (element instanceof SVGSVGElement)
    return style.visibility === "hidden" ? [] : [drawGraphic(element, x, y)];
  const own = style.visibility === "hidden" ? [] : drawBox(element.getBoundingClientRect(), style, x, y);
  const drawn = [...own, ...[...element.childNodes].flatMap((child) => drawNode(child, style, x, y))];
  if (drawn.length === 0 || (style.opacity === "1" && style.overflowX !== "hidden")) return drawn;
  return [grouped(drawn, element, style, x, y)];
}

function drawNode(node: Node, style: CSSStyleDeclaration, x: number, y: number): SVGElement[] {
  if (node instanceof Element) return drawElement(node, x, y);
  if (!(node instanceof Text) || style.visibility === "hidden") return [];
  return drawText(node, style, x, y);
}

let clips = 0;

/** Groups children with the opacity and clipping of their element. */
function grouped(
  drawn: readonly SVGElement[],
  element: Element,
  style: CSSStyleDeclaration,
  x: number,
  y: number,
) {
  const group = svgElement("g", { opacity: style.opacity === "1" ? null : style.opacity });
  if (style.overflowX === "hidden") {
    const { left, top, width, height } = element.getBoundingClientRect();
    const id = `cut-${++clips}`;
    const clip = svgElement("clipPath", { id });
    clip.append(svgElement("rect", { x: left - x, y: top - y, width, height }));
    group.append(clip);
    group.setAttribute("clip-path", `url(#${id})`);
  }
  group.append(...drawn);
  return group;
}

/** Title and sentences, wrapped to a width. */
function captionOf(title: string, lines: readonly string[], width: number) {
  const drawn: SVGElement[] = [];
  let height = 0;
  const write = (text: string, size: number, weight: number, fill: string) => {
    const context = measuring(`${weight} ${size}px ${FONT}`);
    for (const line of brokenInto(text, (part) => context.measureText(part).width <= width)) {
      height += Math.round(size * 1.4);
      const attributes = { "font-family": FONT, "font-size": size, "font-weight": weight, fill };
      const element = svgElement("text", { x: MARGIN, y: MARGIN + height - size * 0.4, ...attributes });
      element.textContent = line;
      drawn.push(element);
    }
  };
  write(title, 16, 600, INK);
  for (const line of lines) write(line, 12, 400, SECOND_INK);
  return { drawn, height: height + MARGIN };
}

function brokenInto(text: string, fits: (part: string) => boolean): string[] {
  const done: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && !fits(longer)) done.push(line);
    line = line !== "" && !fits(longer) ? word : longer;
  }
  return [...done, line];
}
