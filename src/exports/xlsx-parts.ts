import { xmlText } from "./xlsx-cell.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Path of the shared strings. */
export const TEXTS_PATH = "xl/sharedStrings.xml";
export const TEXTS_START = `${HEAD}<sst xmlns="${MAIN}">`;
export const TEXTS_END = "</sst>";

/** `filter`: range with an auto-filter, such as "A1:F9". */
export type WorkbookSheet = { name: string; filter: string | null };

export const WORKSHEET_START = `${HEAD}<worksheet xmlns="${MAIN}">`;

/** All parts of a workbook but its sheets and shared strings, by path; the sheets are sheet1.xml and so on. */
export function workbookParts(sheets: readonly WorkbookSheet[]): Record<string, string> {
  return {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([`Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"`]),
    "xl/workbook.xml": workbook(sheets),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, at) => `Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"`),
      `Type="${OFFICE}/styles" Target="styles.xml"`,
      `Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"`,
    ]),
    "xl/styles.xml": STYLES_XML,
  };
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${parts.join("")}</Types>`;
}

function relationships(all: readonly string[]): string {
  const lines = all.map((one, at) => `<Relationship Id="rId${at + 1}" ${one}/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function workbook(sheets: readonly WorkbookSheet[]): string {
  const lines = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${lines.join("")}</sheets>${filters(sheets)}</workbook>`;
}

/** LibreOffice only reads filters from the hidden defined name. */
function filters(sheets: readonly WorkbookSheet[]): string {
  const names = sheets.flatMap(({ name, filter }, at) => {
    if (filter === null) return [];
    const range = filter.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
    const place = xmlText(`'${name.replaceAll("'", "''")}'!${range}`);
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${place}</definedName>`;
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

/** Format 3 is the built-in #,##0. Cell formats are in the order of `STYLE`. */
const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="167" formatCode="#,##0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  ...[3, 164, 165, 166, 167].map(
    (format) =>
      `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ),
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
].join(
  "",
)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const MAX_NAME = 31;

/** Valid, unique sheet names: at most 31 characters, without []:*?/\\. */
export function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain = title.replace(/[[\]:*?/\\\p{C}]/gu, " ").replace(/^['\s]+|['\s]+$/g, "") || "Sheet";
    const isTaken = (name: string) => names.some((one) => one.toLowerCase() === name.toLowerCase());
    let name = cut(plain, MAX_NAME);
    for (let count = 2; isTaken(name); count++) {
      const ending = ` ${count}`;
      name = cut(plain, MAX_NAME - ending.length) + ending;
    }
    names.push(name);
  }
  return names;
}

/** Truncates to UTF-16 units without splitting a character. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}
