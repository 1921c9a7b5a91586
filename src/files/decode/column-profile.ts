type Cells = readonly (string | null)[];

/** A day with its year, or Unix time in seconds or milliseconds. */
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(\D|$)|^1\d{9}(\d{3})?$/;

/** Which columns contain only dates, and which never do, learned from complete rows. */
export class ColumnProfile {
  readonly #dates: readonly ("always" | "never" | "unknown")[];

  constructor(rows: readonly Cells[], columns: number) {
    this.#dates = Array.from({ length: columns }, (_, column) => kindOf(rows, column));
  }

  /**
   * Whether dates are in date columns and nowhere else. `certain`: a row without any date proves nothing, so it does
   * not fit.
   */
  fits(cells: Cells, certain: boolean): boolean {
    let proofs = 0;
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const kind = this.#dates[column] ?? "unknown";
      if (kind === "unknown") continue;
      if (DATE.test(cell) !== (kind === "always")) return false;
      if (kind === "always") proofs += 1;
    }
    return proofs > 0 || !certain;
  }
}

function kindOf(rows: readonly Cells[], column: number): "always" | "never" | "unknown" {
  let dates = 0;
  let others = 0;
  for (const cells of rows) {
    const cell = cells[column];
    if (cell === null || cell === undefined) continue;
    if (DATE.test(cell)) dates += 1;
    else others += 1;
  }
  if (dates >= 3 && others <= dates * 0.05) return "always";
  return others >= 3 && dates === 0 ? "never" : "unknown";
}
