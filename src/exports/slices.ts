import type {
  ExportColumn,
  ExportKind,
  ExportTable,
  ExportValue,
  Slice,
  SliceColumn,
} from "./export-table.ts";

/** Rows per slice: can be read within a frame, and indexes fit into 16 bits. */
const SLICE_ROWS = 2000;

/** The rows of tables in order, in slices; an empty table has one empty slice. */
export function* slicesOf(tables: readonly ExportTable[]): Generator<Slice> {
  for (const [table, { size, columns }] of tables.entries()) {
    for (let from = 0; from === 0 || from < size; from += SLICE_ROWS) {
      const count = Math.min(SLICE_ROWS, size - from);
      yield { table, size: count, columns: columns.map((column) => sliceOf(column, from, count)) };
    }
  }
}

function sliceOf(column: ExportColumn, from: number, count: number): SliceColumn {
  if (column.kindAt) return mixedSlice(column, column.kindAt, from, count);
  return column.kind === "text" ? codedSlice(column, from, count) : numberSlice(column, from, count);
}

function mixedSlice(
  { read }: ExportColumn,
  kindAt: (row: number) => ExportKind,
  from: number,
  count: number,
): SliceColumn {
  const rows = Array.from({ length: count }, (_, at) => from + at);
  return { values: rows.map(read), codes: null, kinds: rows.map(kindAt) };
}

/** Texts repeat: each distinct one is sent and encoded once. */
function codedSlice({ read }: ExportColumn, from: number, count: number): SliceColumn {
  const places = new Map<ExportValue, number>();
  const codes = new Uint16Array(count);
  for (let at = 0; at < count; at++) {
    const value = read(from + at);
    const place = places.get(value) ?? places.size;
    if (place === places.size) places.set(value, place);
    codes[at] = place;
  }
  return { values: [...places.keys()], codes, kinds: null };
}

function numberSlice(column: ExportColumn, from: number, count: number): SliceColumn {
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const value = column.read(from + at);
    if (typeof value === "string") return codedSlice(column, from, count);
    values[at] = value ?? Number.NaN;
  }
  return { values, codes: null, kinds: null };
}
