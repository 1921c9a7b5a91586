import type { Cube } from "#cube/cube.ts";
import { type CubeColumn, encodeColumn, mapValues, regroup } from "#cube/table.ts";
import { bucketStart, dayOfInstant } from "#lib/calendar.ts";
import { type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import type { RecordTable } from "#partner-center/record-table.ts";

/** The answer to a grouped query, counted from the records that pass its filter. */
export function cubeFromRecords(query: GroupedQuery, table: RecordTable): Cube {
  const columns = query.groupBy.map((field) => columnOf(query, table, field));
  return { query, ...regroup(columns, new Float64Array(table.size).fill(1)) };
}

function columnOf({ level }: GroupedQuery, { terms, dates }: RecordTable, field: Field): CubeColumn {
  if (!isDateField(field)) return mapValues({ field, ...terms[field] }, groupOf);
  const keys = Array.from(dates[field].at, (at) =>
    Number.isNaN(at) ? null : bucketStart(dayOfInstant(at), level),
  );
  return encodeColumn(field, keys);
}

/** What the service groups as absence, so that counted and grouped answers have the same keys. */
function groupOf(text: string | null): string | null {
  return text === "" || text === "UNKNOWN" ? null : text;
}
