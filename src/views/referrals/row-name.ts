import type { RecordTable } from "#partner-center/record-table.ts";
import type { RowName } from "#selection/keys/referrals.ts";

/** The name of a row in the address: its id, and which row of this id it is in the order of the service. */
export function nameOfRow({ terms }: RecordTable, row: number): RowName {
  const { codes, values } = terms.id;
  const text = values[codes[row] ?? -1] ?? "";
  const isSame = values.map((value) => (value ?? "") === text);
  let nth = 1;
  for (let before = 0; before < row; before++) if (isSame[codes[before] as number]) nth++;
  return { id: text, nth };
}

/** The row of a name; null where there is none. An empty id is none at all. */
export function rowOfName({ size, terms: { id } }: RecordTable, { id: text, nth }: RowName): number | null {
  const isWanted = id.values.map((value) => (value ?? "") === text);
  let left = nth;
  for (let row = 0; row < size; row++) if (isWanted[id.codes[row] as number] && --left === 0) return row;
  return null;
}
