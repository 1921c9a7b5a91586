/** Which decimal mark the amounts of a column use. */
export type AmountColumn = { commaDecimals: number; dotDecimals: number };

export function createAmountColumn(): AmountColumn {
  return { commaDecimals: 0, dotDecimals: 0 };
}

/** A formatted number without a currency. */
const SHAPE = /^[-+(]?\d[\d.,'’\s]*\)?$/;

/** Counts an amount that reveals its decimal mark: both marks occur, one occurs twice, or not three digits follow. */
export function observeAmount(column: AmountColumn, text: string): void {
  const sign = decimalSign(digitsOf(text));
  if (sign === ",") column.commaDecimals += 1;
  if (sign === ".") column.dotDecimals += 1;
}

function decimalSign(digits: string): "," | "." | null {
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  if (last < 0) return null;
  const sign = digits[last] === "," ? "," : ".";
  const other = sign === "," ? "." : ",";
  if (digits.includes(other)) return sign;
  if (digits.indexOf(sign) !== last) return other;
  return digits.length - last === 4 ? null : sign;
}

/** Strips currency, spaces and apostrophes. */
function digitsOf(text: string): string {
  return text.replaceAll(/^[^\d(+-]+|[^\d)]+$/g, "").replaceAll(/['’\s]/g, "");
}

/** Parses an amount with the column's decimal mark: "1.234,56", "1,234.56", "USD 1 234.56", "(5)". Null for others. */
export function readAmount({ commaDecimals, dotDecimals }: AmountColumn, text: string | null): number | null {
  if (text === null) return null;
  const digits = digitsOf(text.trim());
  if (!SHAPE.test(digits)) return null;
  const isComma = commaDecimals > dotDecimals;
  const plain = isComma ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  const value = Number(plain.replaceAll(/[()]/g, ""));
  if (Number.isNaN(value)) return null;
  return digits.startsWith("(") ? -value : value;
}
