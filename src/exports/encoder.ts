import { CSV_REGIONS } from "./csv-region.ts";
import { createDelimitedEncoder } from "./delimited.ts";
import type { Encoder, ExportAbout, ExportFormat, TableHead } from "./export-table.ts";
import { createXlsxEncoder } from "./xlsx.ts";

/** Everything the encoder needs before the first row. */
export type ExportPlan = { format: ExportFormat; heads: readonly TableHead[]; about: ExportAbout };

const TSV_MARKS = { separator: "\t", decimal: "." } as const;

export function createEncoder({ format, heads, about }: ExportPlan): Encoder {
  if (format.kind === "xlsx") return createXlsxEncoder(heads, about);
  const isCsv = format.kind === "csv";
  return createDelimitedEncoder(heads, {
    ...(isCsv ? CSV_REGIONS[format.region ?? "comma-point"] : TSV_MARKS),
    type: isCsv ? "text/csv;charset=utf-8" : "text/tab-separated-values;charset=utf-8",
    bom: isCsv && format.region !== null,
    about: isCsv && format.notes ? about : null,
  });
}
