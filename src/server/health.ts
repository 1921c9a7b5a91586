import { rejectedRows } from "#files/import/import-report.ts";
import type { DataTime } from "#files/import/source-facts.ts";
import type { LoadReport } from "./store/store.ts";

/** Data for /healthz where nobody signs in; never names of files or rejected rows. */
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
