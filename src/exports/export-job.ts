import { CSV_REGIONS } from "./csv-region.ts";
import { createDelimitedEncoder } from "./delimited.ts";
import type { Encoder, ExportAbout, ExportFormat, Slice, TableHead } from "./export-table.ts";
import { createXlsxEncoder } from "./xlsx.ts";

/** Everything the encoder needs before the first row. */
type ExportPlan = { format: ExportFormat; heads: readonly TableHead[]; about: ExportAbout };

const TSV_MARKS = { separator: "\t", decimal: "." } as const;

function createEncoder({ format, heads, about }: ExportPlan): Encoder {
  if (format.kind === "xlsx") return createXlsxEncoder(heads, about);
  const isCsv = format.kind === "csv";
  return createDelimitedEncoder(heads, {
    ...(isCsv ? CSV_REGIONS[format.region ?? "comma-point"] : TSV_MARKS),
    type: isCsv ? "text/csv;charset=utf-8" : "text/tab-separated-values;charset=utf-8",
    bom: isCsv && format.region !== null,
    about: isCsv && format.notes ? about : null,
  });
}

/** Messages to the writer: a plan, then the slices of all tables in order, then the end. */
export type ExportMessage =
  | { kind: "begin"; plan: ExportPlan }
  | { kind: "rows"; slice: Slice }
  | { kind: "end" };

/** One reply per message, in order. */
export type ExportReply =
  | { kind: "written" }
  | { kind: "made"; file: Blob }
  | { kind: "broken"; error: string };

/** Handles the messages of one export in sequence. Never throws. */
export function createWriter(): (message: ExportMessage) => ExportReply {
  let encoder: Encoder | null = null;
  return (message) => {
    try {
      if (message.kind === "begin") encoder = createEncoder(message.plan);
      if (message.kind === "rows") encoder?.write(message.slice);
      if (message.kind === "end" && encoder) return { kind: "made", file: encoder.finish() };
      return { kind: "written" };
    } catch (error) {
      return { kind: "broken", error: String(error) };
    }
  };
}
