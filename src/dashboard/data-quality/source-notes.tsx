import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { ReadingStatus } from "#config/reading-status.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { DATE_FIELDS, type Field, isDateField } from "#partner-center/fields.ts";
import { useReading } from "#queries/use-reading.ts";
import { Sentences } from "#ui/value.tsx";
import { sourceFactsOf, sourceLimits, tablesAtLimit } from "../context/source-limits.ts";
import { useView } from "../context/view-context.tsx";
import { absentSentence } from "../panel/query-panel.tsx";

const MAX_NAMES = 12;
/** States that Partner Center no longer has: nobody misses their dates. */
const PAST: readonly Field[] = ["skippedDate", "missedDate", "archivedDate", "acknowledgedDate"];

/** Above all panels: rows that were lost, when they are many, and dates whose order nobody knows. */
export function SourceBanner(): ReactNode {
  const i18n = useI18n();
  const facts = sourceFactsOf(useView().config.data);
  const sentences =
    facts === null ? [] : [...lostRows(facts, i18n), ...cutTables(facts, i18n), ...openDates(facts, i18n)];
  if (sentences.length === 0) return null;
  return (
    <div className="notice" role="status">
      <Sentences of={sentences} />
    </div>
  );
}

function lostRows(
  { rejected, loaded, maxLostShare, rejectedRows }: SourceFacts,
  { t, formats }: I18n,
): string[] {
  const share = rejected / Math.max(1, rejected + loaded);
  if (share <= maxLostShare) return [];
  const [first] = rejectedRows;
  const values = { rejected: formats.count(rejected), total: formats.count(rejected + loaded) };
  return [t("source.lost", { ...values, percent: formats.percent(share), line: first?.line ?? 0 })];
}

/** Downloads of Partner Center end after so many rows, without a word in the file. */
function cutTables(facts: SourceFacts, { t, formats }: I18n): string[] {
  return tablesAtLimit(facts).map(({ name, rows }) => t("source.cut", { name, rows: formats.count(rows) }));
}

function openDates({ tables }: SourceFacts, { t, formats }: I18n): string[] {
  return tables.flatMap(({ name, openDates: [first, ...others] }) => {
    if (!first) return [];
    const columns = formats.list([first, ...others].map(({ column }) => column));
    return [
      t("source.openDates", { file: name, columns, text: first.text, day: formats.dateTime(first.at) }),
    ];
  });
}

/** What was read from which file, what was lost, and what the files cannot tell. */
export function SourceNotes(): ReactNode {
  const i18n = useI18n();
  const { data } = useView().config;
  const facts = sourceFactsOf(data);
  const reading = useReading(data.kind === "referrals-api");
  const sentences = [
    ...(facts === null ? [] : sourceSentences(facts, i18n)),
    ...(reading === null ? [] : readingSentences(reading, i18n)),
    ...limitSentences(data, i18n),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function sourceSentences(facts: SourceFacts, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const {
    tables,
    unreadable,
    contradictions,
    unmatchedRegistrations,
    closedAsError,
    implausible,
    rejectedRows,
  } = facts;
  return [
    ...tables.map(({ name, format, rows, rejected }) =>
      t("source.table", { name, format: formatName(format, i18n), rows: formats.count(rows), rejected }),
    ),
    ...(unreadable > 0 ? [t("source.unreadable", { count: unreadable })] : []),
    ...tables.flatMap(({ name, unknownColumns }) =>
      unknownColumns.length === 0
        ? []
        : [t("source.unknown", { name, columns: formats.list(unknownColumns.slice(0, MAX_NAMES)) })],
    ),
    ...(contradictions.count > 0 ? [t("source.contradictions", { count: contradictions.count })] : []),
    ...(implausible?.example
      ? [
          t("source.implausible", {
            count: implausible.count,
            date: formats.day(dayOfInstant(implausible.example)),
          }),
        ]
      : []),
    ...(rejectedRows.length > 0 ? [rejectedLines(facts, i18n)] : []),
    ...(closedAsError > 0 ? [t("source.errors", { count: closedAsError })] : []),
    ...(unmatchedRegistrations > 0 ? [t("source.registrations", { count: unmatchedRegistrations })] : []),
  ];
}

function readingSentences(status: ReadingStatus, { t, formats }: I18n): string[] {
  const { referrals, unreadable, unknownNames } = status;
  const names = formats.list(unknownNames.slice(0, MAX_NAMES));
  return [
    t("reading.read", { count: referrals }),
    ...(unreadable > 0 ? [t("source.unreadable", { count: unreadable })] : []),
    ...(unknownNames.length > 0
      ? [t("source.unknown", { name: t("source.format.referrals-api"), columns: names })]
      : []),
  ];
}

/** Where rows were lost; how many more there are says the line of their file. */
function rejectedLines({ rejectedRows }: SourceFacts, { t, formats }: I18n): string {
  return t("source.rejectedLines", {
    lines: formats.list(rejectedRows.slice(0, MAX_NAMES).map(({ line }) => String(line))),
  });
}

export function formatName(format: string, { t }: I18n): string {
  switch (format) {
    case "endpoint":
    case "leads-insights":
    case "cosell-insights":
    case "cosell-opportunities":
    case "registrations":
    case "referrals-api":
    case "crm":
      return t(`source.format.${format}`);
    default:
      return t("source.format.mapping");
  }
}

const isOfChange = (field: Field) => isDateField(field) && field !== "createdDate";

export function limitSentences(data: AppConfig["data"], i18n: I18n): string[] {
  const { t, formats } = i18n;
  const limits = sourceLimits(data);
  const { dayOnly = [] } = sourceFactsOf(data) ?? {};
  const named = (fields: readonly Field[]) => formats.list(fields.map((field) => t(`field.${field}`)));
  const inState = (state: string) =>
    (Object.keys(limits) as Field[]).filter(
      (field) => limits[field]?.state === state && !PAST.includes(field),
    );
  const [absent, approximate, partly] = [inState("absent"), inState("approximate"), inState("partly")];
  const days = DATE_FIELDS.filter((field) => dayOnly.includes(field));
  return [
    ...[absent.filter(isOfChange), absent.filter((field) => !isOfChange(field))]
      .filter((fields) => fields.length > 0)
      .map((fields) => absentSentence(fields, i18n, data)),
    ...(approximate.length > 0 ? [t("source.approximate", { fields: named(approximate) })] : []),
    ...(partly.length > 0 ? [t("source.partly", { fields: named(partly) })] : []),
    ...(days.length > 0 ? [t("source.dayOnly", { fields: named(days) })] : []),
  ];
}
