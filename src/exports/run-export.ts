import { WorkerFailed } from "#lib/worker-client.ts";
import { createWriter, type ExportMessage } from "./export-job.ts";
import type {
  ExportAbout,
  ExportColumn,
  ExportFormat,
  ExportKind,
  ExportTable,
  ExportValue,
  Slice,
  SliceColumn,
} from "./export-table.ts";
import type { WriterClient } from "./open-writer.ts";

/** Rows per slice: can be read within a frame, and indexes fit into 16 bits. */
const SLICE_ROWS = 2000;

/** The rows of tables in order, in slices; an empty table has one empty slice. */
function* slicesOf(tables: readonly ExportTable[]): Generator<Slice> {
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

export type ExportRequest = {
  format: ExportFormat;
  tables: readonly ExportTable[];
  about: ExportAbout;
};

export type ExportRun = {
  signal: AbortSignal;
  /** Rows written so far, of all rows. */
  onProgress: (written: number, total: number) => void;
};

export function exportRowsOf(tables: readonly ExportTable[]): number {
  return tables.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Exports tables to a file with the writer that `open` connects to, or with one on this thread where that is
 * unavailable or fails.
 * @throws the signal's reason when aborted; Error when the file cannot be written
 */
export async function runExport(
  request: ExportRequest,
  run: ExportRun,
  open: () => WriterClient,
): Promise<Blob> {
  try {
    return await writeAll(request, run, open);
  } catch (error) {
    if (!(error instanceof WorkerFailed) || run.signal.aborted) throw error;
    return await writeAll(request, run, openWriterHere);
  }
}

/** A writer on the main thread that yields to the event loop between slices. */
export function openWriterHere(): WriterClient {
  const write = createWriter();
  return {
    send: async (message) => {
      await new Promise((resolve) => setTimeout(resolve));
      return write(message);
    },
    close: () => {},
  };
}

async function writeAll(request: ExportRequest, run: ExportRun, open: () => WriterClient): Promise<Blob> {
  run.signal.throwIfAborted();
  const writer = opened(open);
  const aborted = new Promise<never>((_, reject) => {
    run.signal.addEventListener("abort", () => reject(run.signal.reason), { once: true });
  });
  aborted.catch(() => {});
  try {
    return await Promise.race([sendAll(writer, request, run), aborted]);
  } finally {
    writer.close();
  }
}

function opened(open: () => WriterClient): WriterClient {
  try {
    return open();
  } catch {
    throw new WorkerFailed("A worker cannot be started here.");
  }
}

async function sendAll(writer: WriterClient, request: ExportRequest, run: ExportRun): Promise<Blob> {
  const { format, tables, about } = request;
  const heads = tables.map(({ title, columns }) => ({
    title,
    columns: columns.map(({ name, kind }) => ({ name, kind })),
  }));
  const send = async (message: ExportMessage): Promise<Blob | null> => {
    const reply = await writer.send(message);
    if (reply.kind === "broken") throw new Error(reply.error);
    return reply.kind === "made" ? reply.file : null;
  };
  const total = exportRowsOf(tables);
  let written = 0;
  let before = send({ kind: "begin", plan: { format, heads, about } });
  for (const slice of slicesOf(tables)) {
    // Reads the next slice while the writer encodes this one.
    const next = send({ kind: "rows", slice });
    next.catch(() => {});
    await before;
    run.signal.throwIfAborted();
    run.onProgress(written, total);
    written += slice.size;
    before = next;
  }
  await before;
  run.onProgress(total, total);
  const file = await send({ kind: "end" });
  if (file === null) throw new Error("The writer made no file.");
  return file;
}
