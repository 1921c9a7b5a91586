import type { TableReport } from "#files/import/import-report.ts";
import type { TableNote } from "#files/raw-table.ts";
import type { DateColumnReport } from "#files/values/date-column.ts";
import type { LoadReport } from "./store/store.ts";

/** Notes on each file that a person should read before relying on its figures. */
export function loadNotes({
  tables,
  joined,
  registrations,
  history,
}: Pick<LoadReport, "tables" | "joined" | "registrations" | "history">): string[] {
  const lines = tables.flatMap((table) => [
    ...(tables.length > 1 ? [`${table.name}: ${counted(table.rows, "row", "rows")} read.`] : []),
    ...table.notes.flatMap((note) => leftOut(table.name, note)),
    ...(table.unknownColumns.length > 0
      ? [`${table.name}: columns that are not used: ${table.unknownColumns.join(", ")}`]
      : []),
    ...dateNotes(table),
    ...table.notes.flatMap((note) => cellNote(table.name, note)),
  ]);
  if (joined.referrals > 0)
    lines.push(
      `${joined.records} records are ${counted(joined.referrals, "referral", "referrals")}, put together by their ids.`,
    );
  for (const { id, fields } of joined.listed.slice(0, 10))
    lines.push(`Referral ${id}: the files say different things of ${fields.join(", ")}.`);
  if (history)
    lines.push(
      `${counted(history.imports, "import is", "imports are")} kept in HISTORY_DIR, the first of ${new Date(history.first).toISOString()}.`,
    );
  if (registrations && registrations.withoutReferral > 0)
    lines.push(
      `${registrations.withoutReferral} of ${counted(registrations.records, "registration has", "registrations have")} no referral here.`,
    );
  return lines;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What of a workbook or an archive was not read. */
function leftOut(name: string, { code, params }: TableNote): string[] {
  if (code === "sheet-chosen")
    return [
      `${name}: sheets with other columns are not read: ${params.others}. Save one as a file to read it.`,
    ];
  if (code === "file-left-out") return [`${params.file} is not read. If it is a table, unpack it.`];
  return [];
}

/** One line for columns whose dates are read alike, with an example. */
function dateNotes({ name, dates }: TableReport): string[] {
  const groups = new Map<string, DateColumnReport[]>();
  for (const report of dates) {
    if (report.order === null) continue;
    const words = `read ${report.order} (${ORIGINS[report.origin ?? "unknown"]})`;
    groups.set(words, [...(groups.get(words) ?? []), report]);
  }
  return [...groups].map(([words, reports]) => {
    const columns = reports.map(({ column }) => column).join(", ");
    return `${name}: ${columns} ${words}${exampleOf(reports[0]?.example ?? null)}`;
  });
}

/** A line for notes on cells; none for others. */
function cellNote(file: string, { code, params: { column, count, text, line, value } }: TableNote): string[] {
  const example = `for example ${text}${line === 0 ? "" : ` in line ${line}`}`;
  if (code === "amounts-assumed")
    return [`${file}: ${column}: ${text} was read as ${value}; save two decimals if this is wrong`];
  if (code === "unreadable-amounts")
    return [`${file}: ${column}: amounts that cannot be read and are in no sum: ${count}, ${example}`];
  if (code === "unreadable-dates")
    return [`${file}: ${column}: dates that cannot be read and count as missing: ${count}, ${example}`];
  if (code === "other-currency")
    return [
      `${file}: ${column}: amounts with another currency than the column, which counts: ${count}, ${example}`,
    ];
  return [];
}

const ORIGINS = {
  values: "its values show it",
  setting: "DATE_ORDER",
  "other-columns": "the other date columns show it",
  format: "as the format is documented",
  unknown: "nothing shows it: set DATE_ORDER to day-first or month-first if this is wrong",
};

function exampleOf(example: { text: string; at: number } | null): string {
  return example ? `, for example ${example.text} = ${new Date(example.at).toISOString().slice(0, 16)}Z` : "";
}
