import type { Columns } from "./columns.ts";
import type { ClickHouse } from "./connect.ts";

/** What a table holds; `newest` is when the last referral was created (ms since 1970 UTC), null without dates. */
export type TableCounts = { total: number; dated: number; newest: number | null };

/** Counts a table. @throws OverloadError */
export async function countTable({ rows, table }: ClickHouse, { dates }: Columns): Promise<TableCounts> {
  const created = dates.get("createdDate")?.ms ?? "NULL";
  // Dates to come are typing errors.
  const past = `maxIf(${created}, ${created} <= ${Date.now()})`;
  const [row = []] = await rows(`SELECT count(), count(${created}), ${past} FROM ${table}`);
  const [total = 0, dated = 0, newest = 0] = row.map(Number);
  return { total, dated, newest: newest === 0 ? null : newest };
}

/** The counts of a table that changes, and when it last could not be counted. */
type LiveCounts = TableCounts & { failedAt: number | null };

/** Counts again in the background when somebody looks at counts older than `maxAgeMs`: nobody who looks waits. */
export function liveCounts(
  count: () => Promise<TableCounts>,
  first: TableCounts,
  maxAgeMs: number,
): () => LiveCounts {
  let counts: LiveCounts = { ...first, failedAt: null };
  let countedAt = Date.now();
  const again = async () => {
    countedAt = Number.POSITIVE_INFINITY;
    try {
      counts = { ...(await count()), failedAt: null };
    } catch {
      counts = { ...counts, failedAt: Date.now() };
    }
    countedAt = Date.now();
  };
  return () => {
    if (Date.now() - countedAt >= maxAgeMs) void again();
    return counts;
  };
}
