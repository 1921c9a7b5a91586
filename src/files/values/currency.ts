const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Signs of one currency. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["EURO", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["US$", "USD"],
  ["NT$", "TWD"],
  ["HK$", "HKD"],
]);

/** Signs of several currencies. Not "k€" or "M$": these multiply. */
const SHARED = /^(?:\p{Sc}|(?:AU?|CA?|SG?|NZ|R|MX)\$|(?:CN|JP)¥|元|圓|円|원|kr|zł|Kč|Ft|S?Fr|Rs)$/u;

/** What a word beside an amount says of its currency: an ISO code, null for a sign of several; undefined for others. */
export function currencyOf(word: string): string | null | undefined {
  const plain = word.replace(/\.$/, "");
  const code = plain.toUpperCase();
  if (CODES.has(code)) return code;
  return SIGNS.get(code) ?? (SHARED.test(plain) ? null : undefined);
}
