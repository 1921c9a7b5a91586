/** The code that stands for "No market". */
export const NO_MARKET = "";

/** The market code under which a market text is counted: trimmed, upper-cased; null and empty are NO_MARKET. */
export function marketCode(text: string | null): string {
  return (text ?? "").trim().toUpperCase();
}

/** Sorts market codes by code unit, the same in every language; NO_MARKET last. */
export function compareMarkets(a: string, b: string): number {
  if (a === b) return 0;
  if (a === NO_MARKET) return 1;
  if (b === NO_MARKET) return -1;
  return a < b ? -1 : 1;
}
