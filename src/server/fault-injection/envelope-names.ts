/** How an answer may be written instead of `{Value,@nextLink,TotalCount}`; several may go together. */
export const ENVELOPE_NAMES = [
  // Around the rows.
  "odata",
  "items",
  "array",
  "object",
  "empty",
  // Keys and text.
  "upper-case",
  "lower-case",
  "bom",
  // The column of counts.
  "count-number",
  "count-name",
  // Dates: of a bucket any instant inside it; the same instant otherwise.
  "date-day",
  "date-inside",
  "date-fraction",
  "date-utc",
  "date-offset",
  "date-us",
  // What is absent.
  "unknown-for-null",
  "blank-for-null",
  "missing-for-null",
  "year-one-for-never",
] as const;

export type EnvelopeName = (typeof ENVELOPE_NAMES)[number];
