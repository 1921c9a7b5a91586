import type { RejectReason } from "#config/reading-codes.ts";
import { ColumnProfile } from "./column-profile.ts";

type Cells = readonly (string | null)[];

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
