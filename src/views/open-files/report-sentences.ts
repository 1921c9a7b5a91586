import { group } from "d3-array";
import {
  cutTables,
  implausibleSentence,
  limitSentences,
  readSentences,
} from "#dashboard/data-quality/source-notes.tsx";
import type { TableReport } from "#files/import/import-report.ts";
import type { UnreadableFileCode } from "#files/unreadable-file.ts";
import type { DateColumnReport } from "#files/values/date-column.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { dayOfInstant } from "#lib/calendar.ts";
import type { FilesReport } from "#local-files/file-store.ts";
import type { FileFault } from "#local-files/read-files.ts";

/** Causes with the same remedy share a text. */
const SENTENCES: Record<UnreadableFileCode, MessageKey> = {
  empty: "files.fault.empty",
  "no-table": "files.fault.no-table",
  "not-text": "files.fault.not-text",
  "unknown-encoding": "files.fault.unknown-encoding",
  "wrong-encoding": "files.fault.unknown-encoding",
  "mixed-encoding": "files.fault.mixed-encoding",
  "line-too-long": "files.fault.line-too-long",
  "too-many-columns": "files.fault.too-many-columns",
  "password-protected": "files.fault.password-protected",
  "old-excel": "files.fault.workbook-format",
  "binary-excel": "files.fault.workbook-format",
  "open-document": "files.fault.workbook-format",
  "no-worksheet": "files.fault.no-worksheet",
  "damaged-workbook": "files.fault.damaged",
  "damaged-archive": "files.fault.damaged",
  html: "files.fault.document",
  pdf: "files.fault.document",
  "parquet-codec": "files.fault.parquet-codec",
  zstd: "files.fault.archive",
  "other-archive": "files.fault.archive",
  "nested-archive": "files.fault.archive",
  "encrypted-archive": "files.fault.archive",
  "no-files-in-archive": "files.fault.archive",
  "archive-too-large": "files.fault.archive-too-large",
  "archive-too-dense": "files.fault.archive-too-large",
  "invalid-json": "files.fault.invalid-json",
  "json-without-records": "files.fault.json-without-records",
  "scientific-id": "files.fault.lost-ids",
  "rounded-ids": "files.fault.lost-ids",
  "mixed-dates": "files.fault.mixed-dates",
  unavailable: "files.fault.unavailable",
};

/** Why a file contains no table, and what to do. */
export function faultSentence({ code, params }: FileFault, { t }: I18n): string {
  return t(SENTENCES[code], params);
}

const MAX_NAMES = 12;

/** Warnings before files are opened. */
export function reportSentences(report: FilesReport, i18n: I18n): string[] {
  const { t } = i18n;
  const { tables, twice, strangeMarkets, facts } = report;
  const implausible = implausibleSentence(facts, i18n);
  return [
    ...cutTables(facts, i18n),
    ...twice.map(({ file, same }) => t("files.twice", { file, same })),
    ...(strangeMarkets.length > 0 ? [t("files.markets", { names: marketNames(strangeMarkets, i18n) })] : []),
    ...readSentences(facts, i18n),
    ...(implausible === null ? [] : [implausible]),
    ...(facts.loaded > 0 ? limitSentences({ kind: "file", name: "", facts, place: "page" }, i18n) : []),
    ...tables.flatMap((table) => dateSentences(table, i18n)),
  ];
}

function marketNames(markets: FilesReport["strangeMarkets"], { t, formats }: I18n): string {
  const names = formats.list(
    markets.slice(0, MAX_NAMES).map(({ text, count }) => `${text} (${formats.count(count)})`),
  );
  const more = markets.length - MAX_NAMES;
  return more > 0 ? t("files.more", { names, count: more }) : names;
}

/** How ambiguous dates are read, one sentence per order and reason. */
function dateSentences({ name, dates }: TableReport, { t, formats }: I18n): string[] {
  const groups = group(
    dates.filter(({ order, origin }) => order !== null && origin !== "unknown"),
    ({ order, origin }) => `${order} ${origin}`,
  );
  return [...groups.values()].flatMap((columns) => {
    const [{ order, origin, example, isDayOnly }] = columns as [DateColumnReport];
    if (example === null) return [];
    return t("files.dates", {
      file: name,
      columns: formats.list(columns.map(({ column }) => column)),
      order: order === "day-first" ? "dayfirst" : "monthfirst",
      origin: origin === "other-columns" ? "columns" : (origin ?? "format"),
      text: example.text,
      day: isDayOnly ? formats.day(dayOfInstant(example.at)) : formats.dateTime(example.at),
    });
  });
}
