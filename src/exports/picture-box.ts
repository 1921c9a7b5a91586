import { paintOf, svgElement } from "./picture-colour.ts";

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** Background and borders of a box; `x`, `y`: page coordinates of the picture's origin. */
export function drawBox(box: DOMRect, style: CSSStyleDeclaration, x: number, y: number): SVGElement[] {
  if (box.width === 0 && box.height === 0) return [];
  const paint = paintOf(style.backgroundColor);
  const ground =
    paint &&
    svgElement("path", {
      d: roundedBox(box, style, x, y),
      fill: paint.colour,
      "fill-opacity": paint.opacity === 1 ? null : paint.opacity,
    });
  const borders = SIDES.flatMap((side) => border(side, box, style, x, y));
  return ground ? [ground, ...borders] : borders;
}

/** The outline of a box with its corner radii, in pixels. */
function roundedBox({ left, top, width, height }: DOMRect, style: CSSStyleDeclaration, x: number, y: number) {
  const most = Math.min(width, height) / 2;
  const radius = (corner: (typeof CORNERS)[number]) =>
    Math.min(Number.parseFloat(style[`border${corner}Radius`]) || 0, most);
  const [topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0] = CORNERS.map(radius);
  const arc = (size: number, across: number, down: number) =>
    size > 0 ? `a${size} ${size} 0 0 1 ${across * size} ${down * size}` : "";
  return [
    `M${cent(left - x + topLeft)} ${cent(top - y)}`,
    `h${cent(width - topLeft - topRight)}${arc(topRight, 1, 1)}`,
    `v${cent(height - topRight - bottomRight)}${arc(bottomRight, -1, 1)}`,
    `h${cent(bottomRight + bottomLeft - width)}${arc(bottomLeft, -1, -1)}`,
    `v${cent(bottomLeft + topLeft - height)}${arc(topLeft, 1, -1)}z`,
  ].join("");
}

const CORNERS = ["TopLeft", "TopRight", "BottomRight", "BottomLeft"] as const;

const cent = (value: number) => Math.round(value * 100) / 100;

function border(
  side: (typeof SIDES)[number],
  box: DOMRect,
  style: CSSStyleDeclaration,
  x: number,
  y: number,
): SVGElement[] {
  const width = Number.parseFloat(style[`border${side}Width`]);
  const look = style[`border${side}Style`];
  const paint = paintOf(style[`border${side}Color`]);
  if (!(width > 0) || look === "none" || look === "hidden" || !paint) return [];
  const half = width / 2;
  const [left, right] = [box.left - x, box.right - x];
  const [top, bottom] = [box.top - y, box.bottom - y];
  const ends = {
    Top: { x1: left, x2: right, y1: top + half, y2: top + half },
    Bottom: { x1: left, x2: right, y1: bottom - half, y2: bottom - half },
    Left: { x1: left + half, x2: left + half, y1: top, y2: bottom },
    Right: { x1: right - half, x2: right - half, y1: top, y2: bottom },
  };
  return [
    svgElement("line", {
      ...ends[side],
      stroke: paint.colour,
      "stroke-opacity": paint.opacity === 1 ? null : paint.opacity,
      "stroke-width": width,
      "stroke-dasharray": DASHES[look]?.map((part) => part * width).join(" "),
    }),
  ];
}

const DASHES: Record<string, number[]> = { dashed: [3, 2], dotted: [1, 1] };
