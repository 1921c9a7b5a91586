import type { Picture } from "./picture.ts";

/** PNG pixels per CSS pixel, and the longest side that browsers can draw. */
const SHARPNESS = 2;
const LONGEST = 16_000;

export function svgOf({ svg }: Picture): Blob {
  return new Blob([xmlOf(svg)], { type: "image/svg+xml" });
}

/** A PNG at twice the resolution of the page. @throws Error when the browser cannot draw it */
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
  // A lone surrogate is invalid in XML and in a URL.
  const text = new XMLSerializer().serializeToString(svg);
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
