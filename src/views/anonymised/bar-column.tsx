import type { ValueColumn } from "#table/column.ts";
import { Count } from "#ui/value.tsx";

/** Referrals, with bars beside the `largest`; without bars for null. */
export function barColumn<Row>(
  header: string,
  count: (row: Row) => number,
  largest: number | null,
): ValueColumn<Row> {
  return {
    id: "referrals",
    header,
    kind: "count",
    value: count,
    cell: (row) => (
      <>
        {largest !== null && (
          <span className="anonymised__bar" style={{ width: `${(count(row) / largest) * 96}px` }} />
        )}
        <Count value={count(row)} />
      </>
    ),
  };
}
