import type { Picture } from "./picture.ts";

/** Pixels of a PNG for each one of the page, and the longest side that browsers draw. */
const SHARPNESS = 2;
const LONGEST = 16_000;

/** A picture as an SVG file. */
export function svgOf({ svg }: Picture): Blob {
  return new Blob([xmlOf(svg)], { type: "image/svg+xml" });
}

/** A picture as a PNG file, twice as fine as the page. @throws Error when the browser cannot draw it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SHARPNESS, LONGEST / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xmlOf(svg))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser has no canvas to draw on.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

function xmlOf(svg: SVGElement): string {
  // A lone half of a character makes no XML, and no address.
  const text = new XMLSerializer().serializeToString(svg);
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
