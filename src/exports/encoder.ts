import { createDelimitedEncoder } from "./delimited.ts";
import type { Encoder, ExportAbout, ExportFormat, TableHead } from "./export-table.ts";
import { createXlsxEncoder } from "./xlsx.ts";

/** What has to be known before the first row is written. */
export type ExportPlan = { format: ExportFormat; heads: readonly TableHead[]; about: ExportAbout };

/** The encoder of a format. */
export function createEncoder({ format, heads, about }: ExportPlan): Encoder {
  if (format.kind === "xlsx") return createXlsxEncoder(heads, about);
  const isCsv = format.kind === "csv";
  return createDelimitedEncoder(heads, {
    separator: isCsv ? "," : "\t",
    type: isCsv ? "text/csv;charset=utf-8" : "text/tab-separated-values;charset=utf-8",
    bom: isCsv && format.bom,
    about: isCsv && format.notes ? about : null,
  });
}
