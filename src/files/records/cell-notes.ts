import type { TableNoteCode } from "#config/reading-codes.ts";
import type { TableNote } from "../raw-table.ts";

type CellNoteCode = Extract<TableNoteCode, "unreadable-amounts" | "unreadable-dates" | "other-currency">;

const LONGEST = 40;

/** Counts cells by column and by what is to be said of them; the first one is the example. */
export class CellNotes {
  readonly #found = new Map<string, TableNote & { params: { count: number } }>();

  add(code: CellNoteCode, column: string, text: string, line: number): void {
    const key = `${code} ${column}`;
    const known = this.#found.get(key);
    if (known) known.params.count += 1;
    else this.#found.set(key, { code, params: { column, count: 1, text: shortened(text), line } });
  }

  list(): TableNote[] {
    return [...this.#found.values()];
  }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
