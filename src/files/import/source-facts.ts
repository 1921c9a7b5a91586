import type { RejectReason } from "#config/reading-codes.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { DAY_MS } from "#lib/calendar.ts";
import { type ImportReport, rejectedRows } from "./import-report.ts";

export type DataTime = SourceFacts["time"];

/**
 * "Now" for the figures of files: the setting, else the end of the day of the newest plausible date, never later than
 * the clock; the clock where there is no date. All in ms since 1970 UTC.
 */
export function dataTime(
  { newest }: Pick<ImportReport, "newest">,
  asOf: number | null,
  now: number,
): DataTime {
  if (asOf !== null) return { at: Math.min(asOf, now), origin: "setting" };
  if (newest === null) return { at: now, origin: "clock" };
  return { at: Math.min((Math.floor(newest / DAY_MS) + 1) * DAY_MS, now), origin: "newest-date" };
}

/** What the browser is told of the files: how they were read, how much was lost, what they cannot tell. */
export function sourceFacts(
  report: ImportReport,
  time: DataTime,
  { maxLostShare, firstPlausible }: Pick<SourceFacts, "maxLostShare" | "firstPlausible">,
): SourceFacts {
  const { tables, joined, registrations, capabilities } = report;
  return {
    time,
    loaded: report.loaded,
    rejected: rejectedRows(tables).count,
    unreadable: report.unreadable,
    undated: report.loaded - report.dated,
    maxLostShare,
    firstPlausible,
    tables: tables.map((table) => ({
      name: table.name,
      format: table.format,
      rows: tables.length === 1 ? report.loaded : table.rows,
      rejected: table.rejected.count,
      lost: Object.entries(table.rejected.byReason).map(([reason, { count, lines }]) => ({
        reason: reason as RejectReason,
        count,
        lines: [...lines],
      })),
      notes: table.notes.map(({ code, params }) => ({ code, params: { ...params } })),
      unknownColumns: [...table.unknownColumns].slice(0, 100),
      openDates: table.dates.flatMap(({ column, origin, example }) =>
        origin === "unknown" && example ? [{ column, ...example }] : [],
      ),
    })),
    contradictions: {
      count: joined.contradictions,
      byField: { ...joined.byField },
      listed: joined.listed.map(({ id, fields }) => ({ id, fields: [...fields] })),
    },
    unmatchedRegistrations: registrations?.withoutReferral ?? 0,
    limits: capabilities.limits,
    dayOnly: [...capabilities.dayOnly],
    ...(report.implausible && { implausible: report.implausible }),
    extras: [...report.extras],
    closedAsError: report.closedAsError,
  };
}
