/** How a CSV is written: what separates its fields, and the mark before the decimals of its numbers. */
export type CsvMarks = { separator: "," | ";" | "\t"; decimal: "." | "," };

/** The marks that the Excel of a region splits and reads a CSV by. */
export const CSV_REGIONS = {
  "comma-point": { separator: ",", decimal: "." },
  "semicolon-comma": { separator: ";", decimal: "," },
  "semicolon-point": { separator: ";", decimal: "." },
} as const satisfies Record<string, CsvMarks>;
export type CsvRegion = keyof typeof CSV_REGIONS;

/** Windows separates lists by semicolons in these, though they write decimals with a point. */
const SEMICOLON_AND_POINT = /-(CH|LI)\b/;

/** The marks of a language tag's region: by its decimals, which tell the separator nearly everywhere. */
export function csvRegionOf(locale: string): CsvRegion {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  if (parts.some(({ type, value }) => type === "decimal" && value === ",")) return "semicolon-comma";
  return SEMICOLON_AND_POINT.test(locale) ? "semicolon-point" : "comma-point";
}

export function isCsvRegion(text: string | null): text is CsvRegion {
  return text !== null && Object.hasOwn(CSV_REGIONS, text);
}
