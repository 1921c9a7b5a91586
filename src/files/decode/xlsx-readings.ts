import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const READINGS = /<((?:\w+:)?rPh)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs;

/** Removes phonetic readings of inline texts, which hucre 1.0.0 appends to the text. ECMA-376 part 1, 18.4.6 */
export function withoutReadings(workbook: Uint8Array): Uint8Array {
  const sheets = unzipSync(workbook, { filter: ({ name }) => SHEET.test(name) });
  const withSome = Object.entries(sheets).filter(([, bytes]) => hasReading(bytes));
  if (withSome.length === 0) return workbook;
  const plain = withSome.map(([name, bytes]) => [name, strToU8(strFromU8(bytes).replaceAll(READINGS, ""))]);
  return zipSync({ ...unzipSync(workbook), ...Object.fromEntries(plain) }, { level: 0 });
}

const [R, P, H, OPEN, COLON] = [..."rPh<:"].map((letter) => letter.charCodeAt(0));

/** Whether there is such a tag; searches bytes, because almost no workbook has any. */
function hasReading(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(P as number); at !== -1; at = bytes.indexOf(P as number, at + 1)) {
    const before = bytes[at - 2];
    if (bytes[at - 1] === R && bytes[at + 1] === H && (before === OPEN || before === COLON)) return true;
  }
  return false;
}
