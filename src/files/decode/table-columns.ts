import type { TableNote } from "../raw-table.ts";

type Cells = readonly (string | null)[];

/** The named columns of a header, without repeats; for repeated names a row's non-empty cell is used. */
export class TableColumns {
  readonly names: readonly string[];
  /** For each name, the indexes of its cells in a row. */
  readonly #places: readonly (readonly number[])[];
  readonly #isPlain: boolean;
  readonly #contradictions = new Map<string, number>();

  constructor(header: Cells) {
    const places = new Map<string, number[]>();
    const names: string[] = [];
    for (const [index, cell] of header.entries()) {
      const name = (cell ?? "").replace(/\s+/g, " ").trim();
      if (name === "") continue;
      const known = places.get(name.toLowerCase());
      if (known) known.push(index);
      else {
        places.set(name.toLowerCase(), [index]);
        names.push(name);
      }
    }
    this.names = names;
    this.#places = names.map((name) => places.get(name.toLowerCase()) ?? []);
    this.#isPlain = this.#places.every((own, index) => own.length === 1 && own[0] === index);
    this.clear();
  }

  /** The cells of a row in the order of `names`. */
  pick(cells: Cells): Cells {
    if (this.#isPlain) return cells.length > this.names.length ? cells.slice(0, this.names.length) : cells;
    return this.#places.map((places, column) => {
      if (places.length === 1) return cells[places[0] ?? 0] ?? null;
      const values = places.map((place) => cells[place] ?? null).filter((cell) => cell !== null);
      if (values.some((value) => value !== values[0])) this.#countContradiction(column);
      return values[0] ?? null;
    });
  }

  #countContradiction(column: number): void {
    const name = this.names[column] ?? "";
    this.#contradictions.set(name, (this.#contradictions.get(name) ?? 0) + 1);
  }

  clear(): void {
    this.#contradictions.clear();
  }

  /** Repeated names, with the number of rows where both cells are filled and differ. */
  notes(): TableNote[] {
    return this.names
      .filter((_, column) => (this.#places[column]?.length ?? 0) > 1)
      .map((column) => ({
        code: "column-twice",
        params: { column, count: this.#contradictions.get(column) ?? 0 },
      }));
  }
}
