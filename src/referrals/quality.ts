/** What can be wrong with a record, in the order in which it is listed. It is counted in every figure all the same. */
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

/** Whether a market code has a name in the reader's language; the empty code is never asked. */
export type IsNamedMarket = (code: string) => boolean;
