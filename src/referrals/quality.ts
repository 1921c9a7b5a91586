/** Data quality problems of a record, in display order. Such records still count in every figure. */
export const QUALITY_CLASSES = [
  "no-created-date",
  "unreadable-date",
  "implausible-date",
  "backward-dates",
  "status-against-dates",
  "unrecognised-status",
  "unnamed-market",
  "repeated-id",
] as const;
export type QualityClass = (typeof QUALITY_CLASSES)[number];

/** Whether a market code has a display name; never called with the empty code. */
export type IsNamedMarket = (code: string) => boolean;
