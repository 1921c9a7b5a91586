import { openTables } from "#files/decode/open-tables.ts";
import { recognise } from "#files/formats/recognise.ts";
import { type SuggestedMapping, suggestMapping } from "#files/formats/suggest-mapping.ts";
import type { RawTable } from "#files/raw-table.ts";
import { fileBytes } from "./file-bytes.ts";
import { unpackWithZlib } from "./unpack-node.ts";

/** So many rows show what is in a column. */
const MAX_ROWS = 1000;

/**
 * What the columns of a file's first table mean, by their names and first values.
 * @throws UnreadableFileError with a sentence where the file cannot be read.
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

/** What was found, in lines for the person who asked; the mapping itself is printed apart. */
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
