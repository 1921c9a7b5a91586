import type { RejectReason } from "#config/reading-codes.ts";
import type { SourceFacts } from "#config/source-facts.ts";
import { DAY_MS } from "#lib/calendar.ts";
import type { SourceCapabilities } from "../records/capabilities.ts";
import { type ExtraCount, isRangeExtra, RANGED_DATES, type RangedDate } from "../records/extra-fields.ts";
import { type ImportReport, rejectedRows } from "./import-report.ts";

export type DataTime = SourceFacts["time"];

/**
 * "Now" for figures from files: the setting, else the end of the day of the newest plausible date; while that day lasts,
 * when the files were saved (`savedAt`), so that all servers name one time; the clock without any date. Never in the
 * future. All in ms since 1970 UTC.
 */
export function dataTime(
  { newest }: Pick<ImportReport, "newest">,
  asOf: number | null,
  now: number,
  savedAt = now,
): DataTime {
  if (asOf !== null) return { at: Math.min(asOf, now), origin: "setting" };
  if (newest === null) return { at: now, origin: "clock" };
  const endOfDay = (Math.floor(newest / DAY_MS) + 1) * DAY_MS;
  const at = endOfDay <= now ? endOfDay : Math.min(Math.max(newest, savedAt), now);
  return { at, origin: "newest-date" };
}

/** What the browser is told about files: how they were read, what was rejected, what they lack. */
export function sourceFacts(
  report: ImportReport,
  time: DataTime,
  { maxLostShare, firstPlausible }: Pick<SourceFacts, "maxLostShare" | "firstPlausible">,
): SourceFacts {
  const { tables, joined, registrations, capabilities } = report;
  const imprecise = impreciseDates(report.extras);
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
      rows: table.rows,
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
    joined: { referrals: joined.referrals, records: joined.records },
    contradictions: {
      count: joined.contradictions,
      byField: { ...joined.byField },
      listed: joined.listed.map(({ id, fields }) => ({ id, fields: [...fields] })),
    },
    unmatchedRegistrations: registrations?.withoutReferral ?? 0,
    limits: limitsWith(imprecise, capabilities.limits),
    dayOnly: [...capabilities.dayOnly],
    ...(report.implausible && { implausible: report.implausible }),
    extras: report.extras.filter(({ field }) => !isRangeExtra(field)),
    closedAsError: report.closedAsError,
    ...(report.history && { history: report.history, imprecise }),
  };
}

/** Number of dates per field that lie between two imports. */
export function impreciseDates(extras: readonly ExtraCount[]): Partial<Record<RangedDate, number>> {
  const found = RANGED_DATES.flatMap((date) => {
    const count = extras.find(({ field }) => field === `${date}From`)?.count ?? 0;
    return count > 0 ? [[date, count] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Marks dates as partly known that no file has but the history gives for some referrals. */
export function limitsWith(
  imprecise: Partial<Record<RangedDate, number>>,
  limits: SourceCapabilities["limits"],
): SourceCapabilities["limits"] {
  const partly = { state: "partly", reason: "between-imports" } as const;
  const seen = RANGED_DATES.filter((field) => imprecise[field] && limits[field]?.state === "absent");
  return { ...limits, ...Object.fromEntries(seen.map((field) => [field, partly])) };
}
