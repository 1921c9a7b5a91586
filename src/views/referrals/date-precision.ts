import type { SourceFacts } from "#config/source-facts.ts";
import { DAY_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { dealNumbers } from "#records/deal-columns.ts";
import type { ListRow, Made } from "./list-cell.tsx";

/** What a source tells of its dates. */
type DateLimits = Pick<SourceFacts, "limits" | "dayOnly">;
const LACKING: ReadonlySet<string> = new Set(["absent", "partly"]);

/**
 * Adds to a column of dates what an export writes beside those that the source lacks or has only roughly: "unknown",
 * "approximate", "day" (without a time). `files/records/listed-dates.ts` reads it.
 */
export function precisionAdder(table: RecordTable, { limits, dayOnly }: DateLimits) {
  const updated = dealNumbers(table, "updated");
  // Files with exact dates may have been joined: those differ from the latest update.
  const isSubstitute = (row: number, at: number) => Number.isNaN(updated[row]) || updated[row] === at;
  const precisionOf = (row: number, field: DateField | undefined) => {
    if (!field || table.dates[field].unreadable.has(row)) return null;
    const { state = "exact" } = limits[field] ?? {};
    const at = table.dates[field].at[row] as number;
    if (Number.isNaN(at)) return LACKING.has(state) ? "unknown" : null;
    if (state === "approximate" && isSubstitute(row, at)) return "approximate";
    return dayOnly.includes(field) && at % DAY_MS === 0 ? "day" : null;
  };
  return (
    column: Made,
    fields: readonly DateField[],
    fieldOf: (row: number) => DateField | undefined,
  ): Made =>
    fields.some((field) => limits[field] || dayOnly.includes(field))
      ? { ...column, code: ({ row }: ListRow) => precisionOf(row, fieldOf(row)) }
      : column;
}
