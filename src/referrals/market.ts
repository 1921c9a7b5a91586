export const NO_MARKET = "";

/** The code a market is counted under: trimmed, upper case; null and empty are NO_MARKET. */
export function marketCode(text: string | null): string {
  return (text ?? "").trim().toUpperCase();
}

/** Sorts by code unit, so independent of the language; NO_MARKET last. */
export function compareMarkets(a: string, b: string): number {
  if (a === b) return 0;
  if (a === NO_MARKET) return 1;
  if (b === NO_MARKET) return -1;
  return a < b ? -1 : 1;
}
