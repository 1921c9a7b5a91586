import { group } from "d3-array";
import type { TableReport } from "#files/import/import-report.ts";
import type { DateColumnReport } from "#files/values/date-column.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { FilesReport } from "#local-files/file-store.ts";

/** The most rows that Partner Center writes into a file of insights. */
const MAX_EXPORTED = 5000;
const EXPORTED: readonly string[] = ["leads-insights", "cosell-insights", "cosell-opportunities"];
const MAX_NAMES = 12;
const MAX_CONTRADICTIONS = 5;

/** What somebody should know before files are opened. */
export function reportSentences(report: FilesReport, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const { tables, twice, joined, contradictions, strangeMarkets, facts } = report;
  const cut = tables.filter(({ format, rows }) => EXPORTED.includes(format) && rows === MAX_EXPORTED);
  const joinedWords = { records: formats.count(joined.records), referrals: formats.count(joined.referrals) };
  const { count } = facts.contradictions;
  return [
    ...cut.map(({ name }) => t("files.cut", { name })),
    ...twice.map(({ file, same }) => t("files.twice", { file, same })),
    ...tables.flatMap((table) => dateSentences(table, i18n)),
    ...(facts.unreadable > 0 ? [t("source.unreadable", { count: facts.unreadable })] : []),
    ...(joined.referrals > 0 ? [t("files.joined", joinedWords)] : []),
    ...(count > 0 ? [t("files.contradictions", { count })] : []),
    ...contradictions.slice(0, MAX_CONTRADICTIONS).map(({ id, fields }) => {
      const named = formats.list(fields.map((field) => t(`field.${field}`)));
      return t("files.contradiction", { id, fields: named });
    }),
    ...(facts.unmatchedRegistrations > 0
      ? [t("source.registrations", { count: facts.unmatchedRegistrations })]
      : []),
    ...(strangeMarkets.length > 0 ? [t("files.markets", { names: marketNames(strangeMarkets, i18n) })] : []),
  ];
}

function marketNames(markets: FilesReport["strangeMarkets"], { t, formats }: I18n): string {
  const names = formats.list(
    markets.slice(0, MAX_NAMES).map(({ text, count }) => `${text} (${formats.count(count)})`),
  );
  const more = markets.length - MAX_NAMES;
  return more > 0 ? t("files.more", { names, count: more }) : names;
}

/** How dates are read whose order matters, each order and its reason once. */
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

/** What the reading did on its own, and which columns it does not use. */
export function noteSentences({ tables }: FilesReport, { t, formats }: I18n): string[] {
  return tables.flatMap(({ name, notes, unknownColumns }) => [
    ...notes.map(({ code, params }) => t(`files.note.${code}`, { name, ...params })),
    ...(unknownColumns.length > 0
      ? [t("source.unknown", { name, columns: formats.list(unknownColumns.slice(0, MAX_NAMES)) })]
      : []),
  ]);
}
