import { group } from "d3-array";
import {
  cutTables,
  implausibleSentence,
  limitSentences,
  readSentences,
} from "#dashboard/data-quality/source-notes.tsx";
import type { TableReport } from "#files/import/import-report.ts";
import type { DateColumnReport } from "#files/values/date-column.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { FilesReport } from "#local-files/file-store.ts";

const MAX_NAMES = 12;

/** Warnings before files are opened. */
export function reportSentences(report: FilesReport, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const { tables, twice, joined, strangeMarkets, facts } = report;
  const joinedWords = { records: formats.count(joined.records), referrals: formats.count(joined.referrals) };
  const implausible = implausibleSentence(facts, i18n);
  return [
    ...cutTables(facts, i18n),
    ...twice.map(({ file, same }) => t("files.twice", { file, same })),
    ...(joined.referrals > 0 ? [t("files.joined", joinedWords)] : []),
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
