import type { I18n } from "#i18n/i18n.tsx";
import { dayOfInstant, HOUR_MS } from "#lib/calendar.ts";
import type { AboutLine, ExportColumn, ExportTable, ExportValue } from "../export-table.ts";
import { openWriterHere, runExport } from "../run-export.ts";
import {
  canonicalText,
  element,
  htmlOf,
  PACK_SCRIPT,
  PACK_STYLE,
  type PackElement,
  type PackNode,
} from "./pack-tree.ts";

/** A panel as it is exported, with what the reader wrote about it. */
export type PackPanel = {
  name: string;
  title: string;
  about: readonly AboutLine[];
  tables: readonly ExportTable[];
  /** The chart; null without one. */
  picture: PackElement | null;
  comment: string;
};

export type PackContent = {
  title: string;
  /** BCP 47, and the text direction. */
  locale: string;
  direction: string;
  /** ms since 1970 UTC */
  madeAt: number;
  panels: readonly PackPanel[];
};

/** The file, and what was left out to keep it small. */
export type ReviewPack = { html: string; cuts: string[] };

/** In bytes. */
export const MAX_PACK = 1_000_000;

/** Rows of each table that are tried in turn, until the file is small enough. */
const ROWS = [2000, 500, 100, 30, 10];

/**
 * One self-contained HTML file. It loads nothing, and says where its content was changed afterwards.
 * @throws TypeError where the browser has no `crypto.subtle`; Error when even little of each panel is too much
 */
export async function reviewPack(content: PackContent, i18n: I18n): Promise<ReviewPack> {
  for (const hasPictures of [true, false])
    for (const rows of hasPictures ? ROWS.slice(0, 3) : ROWS.slice(2)) {
      const pack = await packOf(content, { rows, hasPictures }, i18n);
      if (new TextEncoder().encode(pack.html).length <= MAX_PACK) return pack;
    }
  throw new Error("The pack is too large.");
}

type Limits = { rows: number; hasPictures: boolean };

async function packOf(content: PackContent, limits: Limits, i18n: I18n): Promise<ReviewPack> {
  const { t } = i18n;
  const common = commonLines(content.panels);
  const cuts = content.panels.flatMap((panel) => cutsOf(panel, limits, i18n));
  const sections: PackElement[] = [];
  for (const panel of content.panels) sections.push(await sectionOf(panel, common, limits, i18n));
  const main = element(
    "main",
    {},
    element("h1", {}, content.title),
    element("p", { class: "second" }, t("pack.made", { time: i18n.formats.dateTime(content.madeAt) })),
    linesOf(common, i18n),
    ...cuts.map((cut) => element("p", {}, cut)),
    ...sections,
  );
  return { html: await documentOf(content, main, i18n), cuts };
}

/** Lines that all panels share: selection, time of the data, address. */
function commonLines(panels: readonly PackPanel[]): readonly AboutLine[] {
  const [first, ...others] = panels;
  return (first?.about ?? []).filter((line) => others.every(({ about }) => has(about, line)));
}

function has(lines: readonly AboutLine[], { name, text }: AboutLine): boolean {
  return lines.some((line) => line.name === name && line.text === text);
}

function linesOf(lines: readonly AboutLine[], { t }: I18n): PackNode {
  if (lines.length === 0) return "";
  const address = t("export.about.address");
  return element(
    "dl",
    {},
    ...lines.flatMap(({ name, text }) => [
      element("dt", {}, name),
      element("dd", {}, name === address ? element("a", { href: text }, t("pack.live")) : text),
    ]),
  );
}

function cutsOf({ title, tables, picture }: PackPanel, { rows, hasPictures }: Limits, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const long = tables
    .filter(({ size }) => size > rows)
    .map((table) =>
      t("pack.cut", {
        ...{ title: table.title || title },
        ...{ shown: formats.count(rows), total: formats.count(table.size) },
      }),
    );
  return [...long, ...(picture && !hasPictures ? [t("pack.noPicture", { title })] : [])];
}

async function sectionOf(
  panel: PackPanel,
  common: readonly AboutLine[],
  { rows, hasPictures }: Limits,
  i18n: I18n,
): Promise<PackElement> {
  const { title, comment, picture } = panel;
  const { t } = i18n;
  const tables = panel.tables.map((table) => firstRows(table, rows));
  const own = panel.about.filter((line) => !has(common, line) && line.text !== title);
  const drawn = picture && {
    ...picture,
    attributes: { ...picture.attributes, role: "img", "aria-label": t("pack.picture", { title }) },
  };
  return element(
    "section",
    {},
    element("h2", {}, title),
    ...(comment.trim() === ""
      ? []
      : [element("h3", {}, t("pack.comment")), element("p", { class: "comment" }, comment.trim())]),
    ...(drawn && hasPictures ? [element("figure", {}, drawn)] : []),
    ...tables.map((table) => tableOf(table, i18n)),
    ...(tables.length === 0 ? [] : [await downloadOf(panel, tables, i18n)]),
    linesOf(own, i18n),
  );
}

/** Reads rows once, so that they can be written as a table and as CSV. */
function firstRows({ title, size, columns }: ExportTable, limit: number): ExportTable {
  const shown = Math.min(size, limit);
  return {
    title,
    size: shown,
    columns: columns.map(({ read, ...column }): ExportColumn => {
      const values = Array.from({ length: shown }, (_, row) => read(row));
      return { ...column, read: (row) => values[row] ?? null };
    }),
  };
}

function tableOf({ title, size, columns }: ExportTable, i18n: I18n): PackElement {
  const cellClass = ({ kind }: ExportColumn): Record<string, string> =>
    kind === "text" ? { class: "text" } : {};
  const head = columns.map((column) => element("th", { scope: "col", ...cellClass(column) }, column.name));
  const rows = Array.from({ length: size }, (_, row) =>
    element(
      "tr",
      {},
      ...columns.map((column, at) =>
        element(
          at === 0 ? "th" : "td",
          at === 0 ? { scope: "row" } : cellClass(column),
          cellText(column, row, i18n),
        ),
      ),
    ),
  );
  const table = element(
    "table",
    {},
    element("caption", {}, title),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
  return element("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": title }, table);
}

function cellText(column: ExportColumn, row: number, { formats }: I18n): string {
  const value: ExportValue = column.read(row);
  if (value === null || Number.isNaN(value)) return "–";
  if (typeof value === "string") return value;
  switch (column.kindAt?.(row) ?? column.kind) {
    case "share":
      return formats.percent(value);
    case "date":
      return formats.day(dayOfInstant(value));
    case "dateTime":
      return formats.dateTime(value);
    case "duration":
      // Alone in its column its header names the unit.
      return column.kindAt ? formats.duration(value) : formats.decimal(value / HOUR_MS);
    case "number":
      return formats.decimal(value);
    default:
      return formats.count(value);
  }
}

/** The exact values as CSV, within the link. */
async function downloadOf(
  panel: PackPanel,
  tables: readonly ExportTable[],
  { t }: I18n,
): Promise<PackElement> {
  const about = { title: panel.title, lines: panel.about };
  const run = { signal: new AbortController().signal, onProgress: () => {} };
  const format = { kind: "csv", region: null, notes: true } as const;
  const file = await runExport({ format, tables, about }, run, openWriterHere);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const href = `data:text/csv;charset=utf-8;base64,${base64(bytes)}`;
  const link = element("a", { href, download: `${panel.name}.csv` }, t("pack.csv", { title: panel.title }));
  return element("p", { class: "download" }, link);
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

async function documentOf(content: PackContent, main: PackElement, { t }: I18n): Promise<string> {
  const sum = await digest(canonicalText(main));
  const [style, script] = await Promise.all([digest(PACK_STYLE), digest(PACK_SCRIPT)]);
  const sources = `style-src 'sha256-${base64(style)}'; script-src 'sha256-${base64(script)}'`;
  const policy = `default-src 'none'; ${sources}; base-uri 'none'; form-action 'none'`;
  const check = element(
    "header",
    { class: "check" },
    element("p", { id: "unchecked" }, t("pack.unchecked")),
    element("p", { id: "same", hidden: "" }, t("pack.same")),
    element("p", { id: "edited", class: "edited", hidden: "" }, t("pack.edited")),
    element("p", {}, t("pack.sum"), " ", element("code", { id: "sum" }, hexOf(sum))),
  );
  const title = htmlOf(element("title", {}, content.title));
  return [
    "<!doctype html>",
    `<html lang="${content.locale}" dir="${content.direction}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">${title}<style>${PACK_STYLE}</style></head>`,
    `<body>${htmlOf(check)}${htmlOf(main)}<script>${PACK_SCRIPT}</script></body></html>`,
  ].join("\n");
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
