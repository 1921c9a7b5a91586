import type { RejectReason } from "#config/reading-codes.ts";

type Cells = readonly (string | null)[];

/** A day with its year, or Unix time in seconds or milliseconds. */
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(\D|$)|^1\d{9}(\d{3})?$/;

/** Which columns contain only dates, and which never do, learned from complete rows. */
class ColumnProfile {
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

/**
 * Tells rows that a writer systematically shortens or extends from broken rows. Learned from the first rows: a writer
 * that drops trailing empty cells leaves no full-width row that ends in one.
 */
export class RowWidth {
  readonly columns: number;
  readonly #cutsBlanks: boolean;
  readonly #addsDelimiter: boolean;
  readonly #profile: ColumnProfile;

  constructor(rows: readonly Cells[], columns: number) {
    this.columns = columns;
    const whole = rows.filter(({ length }) => length === columns);
    const short = rows.filter(({ length }) => length >= this.#fewest(columns) && length < columns);
    const long = rows.filter((cells) => cells.length === columns + 1 && isBlank(cells[columns]));
    const endBlank = whole.filter((cells) => isBlank(cells[columns - 1]));
    this.#cutsBlanks = short.length > 0 && endBlank.length === 0;
    this.#addsDelimiter = long.length > rows.length / 2;
    this.#profile = new ColumnProfile(this.#addsDelimiter ? long : whole, columns);
  }

  /** Why a row with these cells is invalid; null when valid. */
  fault(cells: Cells): RejectReason | null {
    const { length } = cells;
    if (length === this.columns) return null;
    if (length > this.columns) return this.#faultOfLong(cells);
    if (!this.#cutsBlanks || length < this.#fewest(this.columns)) return "too-few-cells";
    return this.#profile.fits(cells, false) ? null : "shifted-cells";
  }

  #faultOfLong(cells: Cells): RejectReason | null {
    const isBlankBehind = cells.slice(this.columns).every(isBlank);
    if (!isBlankBehind) return "too-many-cells";
    if (this.#addsDelimiter && cells.length === this.columns + 1) return null;
    return this.#profile.fits(cells.slice(0, this.columns), true) ? null : "too-many-cells";
  }

  /** A row with an id and almost nothing else was not shortened: it is broken. */
  #fewest(columns: number): number {
    return Math.max(2, Math.ceil(columns / 3));
  }
}

const isBlank = (cell: string | null | undefined) => cell === null || cell === undefined || cell === "";
