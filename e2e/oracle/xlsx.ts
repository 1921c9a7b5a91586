import { inflateRawSync } from "node:zlib";

/** A cell as it stands in a sheet: its number or its text, and the number format of its style. */
export type XlsxCell = { value: number | string; format: string };
export type XlsxSheet = { name: string; xml: string; rows: XlsxCell[][] };

/** Reads a workbook from its bytes, by the letter of the formats: the directory of the archive, then its XML. */
export function readXlsx(bytes: Buffer): XlsxSheet[] {
  const parts = unzip(bytes);
  const formats = formatsOf(parts.get("xl/styles.xml") ?? "");
  const texts = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)];
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]*)"/g)];
  return names.map(([, name = ""], at) => {
    const xml = parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
    return { name: unescaped(name), xml, rows: rowsOf(xml, formats, texts) };
  });
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let end = bytes.length - 22;
  while (bytes.readUInt32LE(end) !== DIRECTORY_END) end -= 1;
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [size, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    parts.set(name, inflateRawSync(bytes.subarray(start, start + size)).toString("utf8"));
    at += 46 + nameLength + rest;
  }
  return parts;
}

/** The format of each style: own ones by their code, built-in ones by their number. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const [cellStyles = ""] = /<cellXfs.*<\/cellXfs>/.exec(styles) ?? [];
  return [...cellStyles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id = ""]) => own.get(id) ?? id);
}

function rowsOf(xml: string, formats: readonly string[], texts: readonly RegExpMatchArray[]): XlsxCell[][] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) => {
    const cells: XlsxCell[] = [];
    for (const [, letters = "", attributes = "", number = ""] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g,
    )) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const [, style = "0"] = /s="(\d+)"/.exec(attributes) ?? [];
      const isText = attributes.includes('t="s"');
      const value = isText ? unescaped(texts[Number(number)]?.[1] ?? "") : Number(number);
      cells[column] = { value, format: formats[Number(style)] ?? "" };
    }
    return Array.from(cells, (cell) => cell ?? { value: "", format: "" });
  });
}

const NAMED: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function unescaped(text: string): string {
  return text
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
      code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? ""),
    )
    .replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The day of a spreadsheet's number, counted from 1899-12-30. */
export function dayOfSerial(serial: number): string {
  return new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}
