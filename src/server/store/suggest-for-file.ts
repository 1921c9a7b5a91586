import { openTables } from "#files/decode/open-tables.ts";
import { recognise } from "#files/formats/recognise.ts";
import { type SuggestedMapping, suggestMapping } from "#files/formats/suggest-mapping.ts";
import type { RawTable } from "#files/raw-table.ts";
import { fileBytes, unpackWithZlib } from "./file-bytes.ts";

/** Rows to sample. */
const MAX_ROWS = 1000;

/**
 * Suggests a mapping for a file's first table, by column names and sample values.
 * @throws UnreadableFileError when the file cannot be read
 */
export async function suggestForFile(path: string): Promise<SuggestedMapping> {
  const options = { headerScore, unpack: unpackWithZlib };
  const [table] = await openTables(await fileBytes(path), options);
  if (!table) return suggestMapping([]);
  return suggestMapping(await sampleColumns(table));
}

function headerScore(cells: readonly (string | null)[]): number {
  return recognise(cells.map((cell) => cell ?? "")).columns.size;
}

async function sampleColumns(table: RawTable): Promise<{ name: string; values: string[] }[]> {
  const rows: (readonly (string | null)[])[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.map(({ cells }) => cells));
    if (rows.length >= MAX_ROWS) break;
  }
  return table.header.map((name, place) => ({
    name,
    values: rows.slice(0, MAX_ROWS).flatMap((cells) => cells[place] ?? []),
  }));
}

/** Explanations for the user; the mapping itself is printed separately. */
export function describeSuggestion({ suggestions, missing, unknownStatuses }: SuggestedMapping): string[] {
  const why = { name: "by its name", contents: "by its name and values" } as const;
  return [
    ...suggestions.map(
      ({ column, field, reason, example }) =>
        `${column} → ${field} (${why[reason]}, for example "${example}")`,
    ),
    ...(missing.length > 0 ? [`No column found for: ${missing.join(", ")}.`] : []),
    ...(unknownStatuses.length > 0
      ? [`Give each of these the status of a referral: ${unknownStatuses.join(", ")}.`]
      : []),
  ];
}
