import { paintOf, svgElement } from "./picture-colour.ts";

/** A line of text as laid out by the browser. */
type Line = { text: string; left: number; right: number; top: number; bottom: number };

/** Draws a text node line by line; `x`, `y`: page coordinates of the picture's origin. */
export function drawText(node: Text, style: CSSStyleDeclaration, x: number, y: number): SVGElement[] {
  const paint = paintOf(style.color);
  if (!paint) return [];
  const { ascent, height } = fontOf(style);
  const isRtl = style.direction === "rtl";
  return linesOf(node).map(({ text, left, right, top, bottom }) => {
    const element = svgElement("text", {
      x: (isRtl ? right : left) - x,
      // Glyphs are centred in their line box.
      y: top - y + (bottom - top - height) / 2 + ascent,
      fill: paint.colour,
      "fill-opacity": paint.opacity === 1 ? null : paint.opacity,
      ...fontAttributes(style),
      direction: isRtl ? "rtl" : null,
      // Keeps the width in programs with other fonts.
      textLength: right - left,
      lengthAdjust: "spacingAndGlyphs",
    });
    element.textContent = style.textTransform === "uppercase" ? text.toUpperCase() : text;
    return element;
  });
}

export function fontAttributes(style: CSSStyleDeclaration): Record<string, string | null> {
  const { fontFamily, fontSize, fontWeight, fontStyle } = style;
  return {
    "font-family": fontFamily,
    "font-size": fontSize,
    "font-weight": fontWeight === "400" ? null : fontWeight,
    "font-style": fontStyle === "normal" ? null : fontStyle,
  };
}

let context: OffscreenCanvasRenderingContext2D | null = null;

export function measuring(font: string): OffscreenCanvasRenderingContext2D {
  context ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) throw new Error("The browser has no canvas to measure texts with.");
  context.font = font;
  return context;
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): {
  ascent: number;
  height: number;
} {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = measuring(font).measureText("x");
  return { ascent: fontBoundingBoxAscent, height: fontBoundingBoxAscent + fontBoundingBoxDescent };
}

/** Splits a text node into its laid-out lines. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) {
      last.text += ` ${word}`;
      last.left = Math.min(last.left, box.left);
      last.right = Math.max(last.right, box.right);
    } else lines.push({ text: word, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
  }
  return lines;
}
