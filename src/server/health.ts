import { rejectedRows } from "#files/import/import-report.ts";
import type { DataTime } from "#files/import/source-facts.ts";
import type { LoadReport } from "./store/store.ts";

/** What /healthz tells of the data where nobody signs in; strangers are told neither names of files nor what was rejected. */
export function healthOf(report: LoadReport, time: DataTime | null): object {
  const { source, loaded, unreadable, tables, registrations, joined } = report;
  const rejected = rejectedRows(tables);
  return {
    source,
    loaded,
    refused: rejected.count,
    refusedLines: rejected.first,
    unreadable,
    ...(time && {
      undated: loaded - report.dated,
      time: { at: new Date(time.at).toISOString(), origin: time.origin },
      tables: tables.map(({ name, format, scores, unknownColumns, dates, notes }) => ({
        name,
        format,
        scores,
        unknownColumns,
        dates,
        notes,
      })),
      joined: { referrals: joined.referrals, records: joined.records, contradictions: joined.contradictions },
      registrations,
      limits: report.capabilities.limits,
    }),
  };
}
