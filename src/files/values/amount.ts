import { currencyOf } from "./currency.ts";

type Mark = "," | ".";

/** An amount as written; `open` is a single separator before three digits, which groups or is the decimal mark. */
export type WrittenAmount = {
  /** With `open` as a separator of thousands. */
  value: number;
  open: { mark: Mark; decimalValue: number } | null;
  /** The decimal mark that the text shows. */
  shown: Mark | null;
  /** The ISO code beside the number, or that of an unambiguous sign. */
  currency: string | null;
};

/** What the values of a column show; `isTyped`: numbers of the file are no texts. */
export type AmountColumn = {
  name: string;
  isTyped: boolean;
  shown: Record<Mark, number>;
  openExample: string | null;
};

export function createAmountColumn(name: string, isTyped = false): AmountColumn {
  return { name, isTyped, shown: { ",": 0, ".": 0 }, openExample: null };
}

/** Adds a value to what the column shows. */
export function observeAmount(column: AmountColumn, text: string): void {
  const written = takeAmount(text);
  if (written === null || written === "empty") return;
  const mark = written.open === null ? written.shown : typedMark(column, text);
  if (mark !== null) column.shown[mark] += 1;
  else if (written.open !== null) column.openExample ??= text;
}

/** Programs write numbers with a decimal point and without zeros at the end, so that "18.125" is one, "18.000" a text. */
function typedMark({ isTyped }: AmountColumn, text: string): Mark | null {
  return isTyped && /\.\d\d[1-9]$/.test(text) ? "." : null;
}

/** The decimal mark of a column, null where nothing shows it: then three digits behind a separator are thousands. */
export type MarkChoice = { mark: Mark | null; isAssumed: boolean };

/** The decimal mark of each amount column of a table: by its values, else by those of the other columns. */
export function chooseMarks(columns: readonly AmountColumn[]): Map<AmountColumn, MarkChoice> {
  const found = new Set(columns.map(markOf).filter((mark) => mark !== null));
  const shared = found.size === 1 ? ([...found][0] ?? null) : null;
  return new Map(
    columns.map((column) => {
      const isMixed = column.shown[","] > 0 && column.shown["."] > 0;
      const mark = markOf(column) ?? (isMixed ? null : shared);
      return [column, { mark, isAssumed: column.openExample !== null && (isMixed || mark === null) }];
    }),
  );
}

function markOf({ shown }: AmountColumn): Mark | null {
  if (shown[","] === shown["."]) return null;
  return shown[","] > shown["."] ? "," : ".";
}

/** The value of an amount with the column's decimal mark. */
export function amountWith({ value, open }: WrittenAmount, mark: Mark | null): number {
  return open !== null && open.mark === mark ? open.decimalValue : value;
}

const PLAIN = /^\d{1,15}(?:\.\d{1,2})?$/;
const PARTS = /^(\D*)(\d(?:[\d.,'’ ]*\d)?(?:e[-+]?\d+)?)(\D*)$/i;
const LONGEST = 60;
/** Western and Indian groups. */
const GROUPED = /^\d{1,3}([.,'’ ])(?:\d{2,3}\1)*\d{3}(?:([.,])\d+)?$/;
const DECIMAL = /^\d+(?:([.,])\d+)?(?:e[-+]?\d+)?$/i;

/**
 * Parses a plain number with at most signs and a currency around it: "1.234,56", "NT$ 1,234", "EUR 1 234.56", "(5)",
 * "5-", "1.5E+06". Null for all else, as "18k" or "10 - 20"; "empty" for the dash that spreadsheets show for nothing.
 */
export function takeAmount(text: string): WrittenAmount | "empty" | null {
  if (PLAIN.test(text))
    return { value: Number(text), open: null, shown: text.includes(".") ? "." : null, currency: null };
  if (text.length > LONGEST) return null;
  const plain = text.normalize("NFKC").replaceAll(/[−–—]/g, "-").trim();
  const [, before = "", number = "", after = ""] = PARTS.exec(plain) ?? [];
  const around = aroundOf(number === "" ? plain : `${before} 0 ${after}`);
  if (around === null) return null;
  if (number === "") return plain === "" || around.signs === "-" ? "empty" : null;
  const written = numberOf(number);
  return written && signed(written, around);
}

type Around = { signs: string; currency: string | null };

/** Signs and currency of a text without its number ("-€ 0 "); null where anything else stands there. */
function aroundOf(text: string): Around | null {
  const signs = text.replaceAll(/[^-+()0]/g, "").replace(/^(-?)0(-?)$/, "$1$2");
  const words = text.split(/[-+()\s0]+/).filter((word) => word !== "");
  const codes = words.map(currencyOf);
  if (!/^(?:|-|\+0|\(0\))$/.test(signs) || codes.includes(undefined)) return null;
  const named = new Set(codes.filter((code) => typeof code === "string"));
  return named.size > 1 ? null : { signs, currency: [...named][0] ?? null };
}

function signed({ value, open, shown }: Omit<WrittenAmount, "currency">, around: Around): WrittenAmount {
  const { signs, currency } = around;
  if (signs !== "-" && signs !== "(0)") return { value, open, shown, currency };
  return { value: 0 - value, open: open && { ...open, decimalValue: -open.decimalValue }, shown, currency };
}

function numberOf(number: string): Omit<WrittenAmount, "currency"> | null {
  const grouped = GROUPED.exec(number);
  const [, separator, mark] = grouped ?? [];
  if (separator === undefined || separator === mark || number.startsWith("0")) return decimalOf(number);
  const [whole = "", fraction] = mark === undefined ? [number] : number.split(mark);
  const value = Number(`${whole.replaceAll(/\D/g, "")}.${fraction ?? "0"}`);
  if (mark === "," || mark === ".") return { value, open: null, shown: mark };
  if (separator !== "," && separator !== ".") return { value, open: null, shown: null };
  const isSingle = number.indexOf(separator) === number.lastIndexOf(separator);
  if (!isSingle) return { value, open: null, shown: separator === "," ? "." : "," };
  return { value, open: { mark: separator, decimalValue: decimalNumber(number) }, shown: null };
}

function decimalOf(number: string): Omit<WrittenAmount, "currency"> | null {
  const match = DECIMAL.exec(number);
  const value = decimalNumber(number);
  if (match === null || !Number.isFinite(value)) return null;
  return { value, open: null, shown: match[1] === "," || match[1] === "." ? match[1] : null };
}

function decimalNumber(number: string): number {
  return Number(number.replace(",", "."));
}
