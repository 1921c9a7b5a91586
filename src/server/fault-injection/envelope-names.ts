/** Variants of the response format `{Value,@nextLink,TotalCount}`; can be combined. */
export const ENVELOPE_NAMES = [
  // Envelope.
  "odata",
  "items",
  "array",
  "object",
  "empty",
  // Keys and strings.
  "upper-case",
  "lower-case",
  "bom",
  // Count column.
  "count-number",
  "count-name",
  // Dates: any instant within a bucket; otherwise the same instant.
  "date-day",
  "date-inside",
  "date-fraction",
  "date-utc",
  "date-offset",
  "date-us",
  // Missing values.
  "unknown-for-null",
  "blank-for-null",
  "missing-for-null",
  "year-one-for-never",
] as const;

export type EnvelopeName = (typeof ENVELOPE_NAMES)[number];
