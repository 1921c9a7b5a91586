import type { SourceFacts } from "#config/source-facts.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { dealNumbers } from "#records/deal-columns.ts";
import type { ListRow, Made } from "./list-cell.tsx";

/**
 * Adds to a column of dates what an export writes beside those that the source lacks or has only roughly: "unknown",
 * "approximate". `files/records/listed-dates.ts` reads it.
 */
export function precisionAdder(table: RecordTable, limits: SourceFacts["limits"]) {
  const updated = dealNumbers(table, "updated");
  const precisionOf = (row: number, field: DateField | undefined) => {
    const limit = field && limits[field];
    if (!limit || table.dates[field].unreadable.has(row)) return null;
    const at = table.dates[field].at[row] as number;
    if (Number.isNaN(at)) return limit.state === "approximate" ? null : "unknown";
    // Files with exact dates may have been joined: those differ from the latest update.
    const isSubstitute = Number.isNaN(updated[row]) || updated[row] === at;
    return limit.state === "approximate" && isSubstitute ? "approximate" : null;
  };
  return (
    column: Made,
    fields: readonly DateField[],
    fieldOf: (row: number) => DateField | undefined,
  ): Made =>
    fields.some((field) => limits[field])
      ? { ...column, code: ({ row }: ListRow) => precisionOf(row, fieldOf(row)) }
      : column;
}
