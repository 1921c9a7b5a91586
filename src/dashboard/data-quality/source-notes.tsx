import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { ReadingStatus } from "#config/reading-status.ts";
import { fileRows, noted, type SourceFacts, tablesAtLimit } from "#config/source-facts.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import { DATE_FIELDS, type Field, isDateField } from "#partner-center/fields.ts";
import { useReading } from "#queries/use-reading.ts";
import { Sentences } from "#ui/value.tsx";
import { sourceFactsOf, sourceLimits } from "../context/source-limits.ts";
import { useView } from "../context/view-context.tsx";
import { absentSentence } from "../panel/query-panel.tsx";
import { impreciseSentences, type KnownHistory } from "./imprecise-note.tsx";
import { LostRows } from "./lost-rows.tsx";

const MAX_NAMES = 12;
/** Dates of states that Partner Center has abolished: their absence is not reported. */
const PAST: readonly Field[] = ["skippedDate", "missedDate", "archivedDate", "acknowledgedDate"];

/** Banner above all panels: many rejected rows or unreadable dates, and dates with ambiguous order. */
export function SourceBanner(): ReactNode {
  const i18n = useI18n();
  const { data } = useView().config;
  const facts = sourceFactsOf(data);
  const sentences =
    facts === null
      ? []
      : [
          ...notReadAgain(data, i18n),
          ...lost(facts, i18n),
          ...cutTables(facts, i18n),
          ...openDates(data, i18n),
        ];
  if (sentences.length === 0) return null;
  return (
    <div className="notice" role="status">
      <Sentences of={sentences} />
    </div>
  );
}

function notReadAgain(data: AppConfig["data"], { t, formats }: I18n): string[] {
  const read = data.kind === "file" ? data.read : undefined;
  if (!read || read.failedAt === null) return [];
  const times = { time: formats.dateTime(read.failedAt), savedAt: formats.dateTime(read.at) };
  return [t("source.notReadAgain", times)];
}

function lost(facts: SourceFacts, i18n: I18n): string[] {
  const { rejected, unreadable, loaded, maxLostShare, tables } = facts;
  const { t, formats } = i18n;
  const amounts = noted(facts, "unreadable-amounts");
  const total = fileRows(facts);
  const share = rejected / Math.max(1, total);
  const first = tables.find((table) => table.lost.length > 0);
  const lines = first?.lost.flatMap((alike) => alike.lines) ?? [];
  const values = { rejected: formats.count(rejected), total: formats.count(total) };
  const place = { name: first?.name ?? "", line: Math.min(...lines) };
  return [
    ...(share > maxLostShare
      ? [t("source.lost", { ...values, ...place, percent: formats.percent(share) })]
      : []),
    ...(unreadable > loaded * maxLostShare
      ? [t("source.lostDates", { count: unreadable, percent: formats.percent(maxLostShare) })]
      : []),
    ...(amounts > loaded * maxLostShare
      ? [t("source.lostAmounts", { count: amounts, percent: formats.percent(maxLostShare) })]
      : []),
  ];
}

/** Downloads that reached the row limit of Partner Center. */
export function cutTables(facts: SourceFacts, { t, formats }: I18n): string[] {
  return tablesAtLimit(facts).map(({ name, rows }) => t("source.cut", { name, rows: formats.count(rows) }));
}

function openDates(data: AppConfig["data"], { t, formats }: I18n): string[] {
  if (data.kind !== "file") return [];
  const { place, facts } = data;
  return facts.tables.flatMap(({ name: file, openDates: [first, ...others] }) => {
    if (!first) return [];
    const columns = formats.list([first, ...others].map(({ column }) => column));
    const day = formats.dateTime(first.at);
    return [t("source.openDates", { file, columns, text: first.text, day, place })];
  });
}

/** What was read from which file, what was rejected, and what the files lack. */
export function SourceNotes(): ReactNode {
  const i18n = useI18n();
  const { data } = useView().config;
  const facts = sourceFactsOf(data);
  const reading = useReading(data.kind === "referrals-api");
  const sentences = [
    ...(facts === null ? [] : [...tableSentences(facts, i18n), ...readSentences(facts, i18n)]),
    ...(reading === null ? [] : readingSentences(reading, i18n)),
    ...historySentences(facts ?? reading ?? {}, i18n),
    ...limitSentences(data, i18n),
  ];
  if (sentences.length === 0) return null;
  return (
    <div className="quality__source">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {facts !== null && <LostRows facts={facts} />}
    </div>
  );
}

function tableSentences({ tables }: SourceFacts, i18n: I18n): string[] {
  return tables.map(({ name, format, rows, rejected }) =>
    i18n.t("source.table", {
      ...{ name, format: formatName(format, i18n), rows: i18n.formats.count(rows), rejected },
    }),
  );
}

/** What was read, handled automatically and ignored in files. */
export function readSentences(facts: SourceFacts, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const { tables, joined, unreadable, unmatchedRegistrations, closedAsError } = facts;
  return [
    ...(unreadable > 0 && noted(facts, "unreadable-dates") === 0
      ? [t("source.unreadable", { count: unreadable })]
      : []),
    ...tables.flatMap(({ name, notes, unknownColumns }) => [
      ...notes
        // What reads as it is written says nothing.
        .filter(({ params: { text, value } }) => typeof value !== "number" || formats.count(value) !== text)
        .map(({ code, params }) => t(`source.note.${code}`, { name, ...params })),
      ...(unknownColumns.length > 0
        ? [t("source.unknown", { name, columns: formats.list(unknownColumns.slice(0, MAX_NAMES)) })]
        : []),
    ]),
    ...(joined && joined.referrals > 0 ? [t("source.joined", joined)] : []),
    ...contradictions(facts, i18n),
    ...(closedAsError > 0 ? [t("source.errors", { count: closedAsError })] : []),
    ...(unmatchedRegistrations > 0 ? [t("source.registrations", { count: unmatchedRegistrations })] : []),
  ];
}

/** Referrals with an implausible date; null for none. */
export function implausibleSentence({ implausible }: SourceFacts, { t, formats }: I18n): string | null {
  if (!implausible || implausible.example === null) return null;
  const date = formats.day(dayOfInstant(implausible.example));
  return t("source.implausible", { count: implausible.count, date });
}

function contradictions({ contradictions: { count, listed } }: SourceFacts, { t, formats }: I18n): string[] {
  if (count === 0) return [];
  const named = (fields: readonly string[]) =>
    formats.list((fields as Field[]).map((field) => t(`field.${field}`)));
  return [
    t("source.contradictions", { count }),
    ...listed
      .slice(0, MAX_NAMES)
      .map(({ id, fields }) => t("source.contradiction", { id, fields: named(fields) })),
  ];
}

/** The stored imports, and dates known only to lie between two of them. */
function historySentences({ history, imprecise }: KnownHistory, i18n: I18n): string[] {
  if (!history) return [];
  const { t, formats } = i18n;
  const { imports, first, last, problem } = history;
  const values = { first: formats.dateTime(first), last: formats.dateTime(last) };
  return [
    ...(imports > 0 ? [t("source.history", { count: imports, ...values })] : []),
    ...impreciseSentences({ imprecise }, DATE_FIELDS, i18n),
    ...(problem === null ? [] : [t(`source.history.${problem}`)]),
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

export function formatName(format: string, { t }: I18n): string {
  switch (format) {
    case "endpoint":
    case "leads-insights":
    case "cosell-insights":
    case "cosell-opportunities":
    case "registrations":
    case "referrals-api":
    case "crm":
    case "own-list":
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
  const [absent, approximate] = [inState("absent"), inState("approximate")];
  const isBetween = (field: Field) => limits[field]?.reason === "between-imports";
  const partly = inState("partly").filter((field) => !isBetween(field));
  const between = inState("partly").filter(isBetween);
  const days = DATE_FIELDS.filter((field) => dayOnly.includes(field));
  return [
    ...[absent.filter(isOfChange), absent.filter((field) => !isOfChange(field))]
      .filter((fields) => fields.length > 0)
      .map((fields) => absentSentence(fields, i18n, data)),
    ...(approximate.length > 0 ? [t("source.approximate", { fields: named(approximate) })] : []),
    ...(partly.length > 0 ? [t("source.partly", { fields: named(partly) })] : []),
    ...(between.length > 0 ? [t("source.between", { fields: named(between) })] : []),
    ...(days.length > 0 ? [t("source.dayOnly", { fields: named(days) })] : []),
  ];
}
