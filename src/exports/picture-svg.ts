const SVG = "http://www.w3.org/2000/svg";

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

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
