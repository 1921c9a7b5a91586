const SVG = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Creates an SVG element; null attributes are left out. */
export function svgElement(name: string, attributes: Attributes = {}): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined)
      element.setAttribute(key, typeof value === "number" ? String(rounded(value)) : value);
  }
  return element;
}

/** Two decimals are enough and keep the file small. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An sRGB colour that every program understands, and its opacity from 0 to 1. */
export type Paint = { colour: string; opacity: number };

const PLAIN = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/;

const known = new Map<string, Paint | null>();

/** Parses a computed colour; null for transparent or invalid ones. */
export function paintOf(colour: string): Paint | null {
  const found = known.get(colour);
  if (found !== undefined) return found;
  const paint = readPaint(colour);
  known.set(colour, paint);
  return paint;
}

function readPaint(colour: string): Paint | null {
  const plain = PLAIN.exec(colour);
  if (!plain && !CSS.supports("color", colour)) return null;
  const [red, green, blue, alpha] = plain ? plain.slice(1).map((text) => Number(text ?? 1)) : pixelOf(colour);
  if (alpha === 0) return null;
  const hex = [red, green, blue].map((part = 0) => Math.round(part).toString(16).padStart(2, "0"));
  return { colour: `#${hex.join("")}`, opacity: alpha ?? 1 };
}

/** Only the browser converts colour spaces such as `oklab()`: paint a pixel and read it. */
function pixelOf(colour: string): number[] {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
