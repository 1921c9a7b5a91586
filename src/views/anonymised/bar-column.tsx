import type { ValueColumn } from "#table/column.ts";
import { Count } from "#ui/value.tsx";

/** A column of referrals, with bars relative to `largest`; null for no bars. */
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
