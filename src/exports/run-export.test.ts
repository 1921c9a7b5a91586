import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createWorkerClient, WorkerFailed, type WorkerPort } from "#lib/worker-client.ts";
import { createWriter, type ExportMessage } from "./export-job.ts";
import type { ExportTable } from "./export-table.ts";
import type { WriterClient } from "./open-writer.ts";
import { openWriterHere, runExport } from "./run-export.ts";
import { ABOUT, column, parseCsv, textTable, unwatched } from "./testing/tables.ts";

const CSV = { kind: "csv", region: null, notes: false } as const;
const csvOf = async (tables: readonly ExportTable[], format: typeof CSV = CSV): Promise<string> =>
  (await runExport({ format, tables, about: ABOUT }, unwatched(), openWriterHere)).text();

/** The other end of a channel: a writer like in a worker, until `fails` returns true. */
function workerPort(fails: (message: ExportMessage) => boolean = () => false): WorkerPort {
  const { port1, port2 } = new MessageChannel();
  const write = createWriter();
  port2.onmessage = ({ data }: MessageEvent<ExportMessage>) => {
    if (fails(data)) port1.dispatchEvent(new Event("error"));
    else port2.postMessage(write(data));
  };
  port1.start();
  return Object.assign(port1 as unknown as WorkerPort, { terminate: () => port1.close() });
}

const manyRows = (size: number): ExportTable => ({
  title: "Many",
  size,
  columns: [{ name: "n", kind: "count", read: (row) => row }],
});

describe("a CSV", () => {
  const cell = fc.string({ unit: "binary" }).map((text) => `x${text.replace(/\p{Cs}/gu, "")}`);

  it("read back by another parser is the table, whatever its names hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (rows) => {
        const text = await csvOf([textTable("T", ["a", 'b "c"'], rows)]);
        expect(parseCsv(text)).toEqual([["a", 'b "c"'], ...rows]);
        expect(text.endsWith("\r\n")).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("holds all rows, also those behind the first slice", async () => {
    const rows = parseCsv(await csvOf([manyRows(5001)]));
    expect(rows).toEqual([["n"], ...Array.from({ length: 5001 }, (_, at) => [String(at)])]);
  });

  it("has several tables one below the other, each line as wide as the widest", async () => {
    const text = await csvOf([textTable("=One", ["a"], [["x"]]), textTable("Two", ["b", "c"], [])]);
    expect(parseCsv(text)).toEqual([
      ["'=One", ""],
      ["a", ""],
      ["x", ""],
      ["", ""],
      ["Two", ""],
      ["b", "c"],
    ]);
  });

  it("begins with the mark of its bytes and with notes when both are asked for", async () => {
    const format = { kind: "csv", region: "comma-point", notes: true } as const;
    const file = await runExport(
      { format, tables: [manyRows(1)], about: ABOUT },
      unwatched(),
      openWriterHere,
    );
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(await file.arrayBuffer());
    const [first, second, head] = parseCsv(text);
    expect([first, second, head]).toEqual([
      ["# Selection: Jan – Dec 2026"],
      ["# Completeness: Incomplete: 4 of 5"],
      ["n"],
    ]);
  });

  it("mixes kinds within a column", async () => {
    const table: ExportTable = {
      title: "T",
      size: 2,
      columns: [
        {
          name: "v",
          kind: "count",
          read: (row) => [7, 3_600_000][row] ?? null,
          kindAt: (row) => (row === 0 ? "count" : "duration"),
        },
        column("d", "date", [Date.parse("2026-01-05"), Number.NaN]),
        column("e", "date", [Date.parse("2026-01-05"), "=soon"]),
        column("t", "text", [null, 5]),
      ],
    };
    expect(parseCsv(await csvOf([table])).slice(1)).toEqual([
      ["7", "2026-01-05", "2026-01-05", ""],
      ["1", "", "'=soon", "5"],
    ]);
  });
});

describe("a run", () => {
  const request = { format: CSV, tables: [manyRows(9000)], about: ABOUT };

  it("writes the same in a worker as here, and tells how far it is", async () => {
    const seen: number[] = [];
    const onProgress = (written: number, total: number) => seen.push(written / total);
    const open = (): WriterClient => createWorkerClient(workerPort());
    const file = await runExport(request, { ...unwatched(), onProgress }, open);
    expect(await file.text()).toBe(await csvOf(request.tables));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
  });

  it.each<[string, () => WriterClient]>([
    ["cannot be started", () => raise(new DOMException("not in this frame", "SecurityError"))],
    ["fails at once", (): WriterClient => createWorkerClient(workerPort(() => true))],
    ["fails on the way", (): WriterClient => createWorkerClient(workerPort(({ kind }) => kind === "end"))],
  ])("goes on without a worker that %s", async (_, open) => {
    const file = await runExport(request, unwatched(), open);
    expect(await file.text()).toBe(await csvOf(request.tables));
  });

  it("ends its worker when it is cancelled, and gives no file", async () => {
    const cancel = new AbortController();
    const port = workerPort();
    const close = vi.spyOn(port, "terminate");
    const open = (): WriterClient => createWorkerClient(port);
    const run = { signal: cancel.signal, onProgress: (written: number) => written > 0 && cancel.abort() };
    await expect(runExport(request, run, open)).rejects.toMatchObject({ name: "AbortError" });
    expect(close).toHaveBeenCalledOnce();
  });

  it("says when a reader fails", async () => {
    const broken: ExportTable = {
      title: "",
      size: 1,
      columns: [{ name: "n", kind: "text", read: () => raise(new Error("no such row")) }],
    };
    await expect(csvOf([broken])).rejects.toThrow("no such row");
    expect(new WorkerFailed("x").name).toBe("WorkerFailed");
  });
});

function raise(error: Error): never {
  throw error;
}
