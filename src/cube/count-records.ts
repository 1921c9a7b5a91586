import { bucketStart, DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import { codesFor } from "#partner-center/bucket-table.ts";
import { type DateField, type Field, isDateField, type TermField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level } from "#partner-center/query.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { Cube } from "./cube.ts";
import { type CubeColumn, mapValues, pick, regroup } from "./table.ts";

/** The result of a grouped query, counted from records: from all rows of the table or the given ones. */
export function cubeFromRecords(query: GroupedQuery, table: RecordTable, rows?: Uint32Array): Cube {
  const columns = query.groupBy.map((field) => columnOf(query, table, field));
  const picked = rows === undefined ? columns : columns.map((column) => pick(column, rows));
  return { query, ...regroup(picked, new Float64Array(rows?.length ?? table.size).fill(1)) };
}

function columnOf({ level }: GroupedQuery, table: RecordTable, field: Field): CubeColumn {
  return isDateField(field) ? dateColumn(table, field, level) : termColumn(table, field);
}

function termColumn({ terms }: RecordTable, field: TermField): CubeColumn {
  return mapValues({ field, ...terms[field] }, groupOf);
}

/** Days repeat: compute the bucket of each day once. */
function dateColumn({ dates, size }: RecordTable, field: DateField, level: Level): CubeColumn {
  const codeOfDay = new Map<number, number>();
  const codeOfKey = new Map<string | null, number>();
  const codes = new Uint32Array(size);
  const newCode = (day: number): number => {
    const key = Number.isNaN(day) ? null : bucketStart(dayOfInstant(day * DAY_MS), level);
    const code = codeOfKey.get(key) ?? codeOfKey.size;
    codeOfKey.set(key, code);
    codeOfDay.set(day, code);
    return code;
  };
  dates[field].at.forEach((at, row) => {
    const day = Math.floor(at / DAY_MS);
    codes[row] = codeOfDay.get(day) ?? newCode(day);
  });
  const narrow = codesFor(codeOfKey.size, size);
  narrow.set(codes);
  return { field, codes: narrow, values: [...codeOfKey.keys()] };
}

/** The service groups these values as null; doing the same keeps keys equal. */
function groupOf(text: string | null): string | null {
  return text === "" || text === "UNKNOWN" ? null : text;
}
