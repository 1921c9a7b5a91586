import type { CellValue } from "hucre/xlsx";
import { withoutEmptyValue } from "./empty-value.ts";

const ERROR =
  /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/;
/** Earlier days are times of day: Excel counts them from the last day of 1899. */
const FIRST_DAY = Date.UTC(1900, 0, 1);

/** The text of a cell: dates in ISO format, UTC; numbers as Excel shows them without a format. */
export function textOfCell(value: CellValue): string | null {
  if (value === null) return null;
  if (typeof value === "string") return ERROR.test(value) ? null : withoutEmptyValue(value);
  if (typeof value === "number") return textOfNumber(value);
  return value instanceof Date ? textOfDate(value) : String(value);
}

/**
 * An integer above 2^53 has lost digits already in the workbook: it is written as 1.61052160414369E+18, so that it is
 * not taken for an id.
 */
function textOfNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return value.toExponential(14).replace("e", "E");
  return String(Number(value.toPrecision(15)));
}

function textOfDate(date: Date): string | null {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  const text = new Date(time).toISOString();
  return time < FIRST_DAY ? text.slice(11, 19) : text;
}
