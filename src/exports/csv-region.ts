/** Field separator and decimal mark of a CSV file. */
export type CsvMarks = { separator: "," | ";" | "\t"; decimal: "." | "," };

/** What Excel expects in a region. */
export const CSV_REGIONS = {
  "comma-point": { separator: ",", decimal: "." },
  "semicolon-comma": { separator: ";", decimal: "," },
  "semicolon-point": { separator: ";", decimal: "." },
} as const satisfies Record<string, CsvMarks>;
export type CsvRegion = keyof typeof CSV_REGIONS;

/** In these regions Windows uses semicolons although the decimal mark is a point. */
const SEMICOLON_AND_POINT = /-(CH|LI)\b/;

/** The CSV region of a language tag, derived from its decimal mark, which is right nearly everywhere. */
export function csvRegionOf(locale: string): CsvRegion {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  if (parts.some(({ type, value }) => type === "decimal" && value === ",")) return "semicolon-comma";
  return SEMICOLON_AND_POINT.test(locale) ? "semicolon-point" : "comma-point";
}

export function isCsvRegion(text: string | null): text is CsvRegion {
  return text !== null && Object.hasOwn(CSV_REGIONS, text);
}
