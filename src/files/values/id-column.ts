/** Digits of an id were lost in a spreadsheet or program, so that several ids became equal. */
export type IdFault = "scientific-id" | "rounded-ids";

export type IdColumn = {
  filled: number;
  /** Ids such as 1.12E+05. */
  scientific: number;
  /** Numbers with more digits than a spreadsheet keeps, and those with only zeros after these. */
  long: number;
  zeroTailed: number;
  /** Number of those zeros. */
  zeros: number;
  example: { text: string; line: number } | null;
};

/** Spreadsheets keep 15 digits of a number. */
const KEPT_DIGITS = 15;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;
const LONG_NUMBER = /^\d{16,}$/;
/** The probability that a single id ends in so many zeros is one in this power of ten. */
const SURE_ZEROS = 3;

export function createIdColumn(): IdColumn {
  return { filled: 0, scientific: 0, long: 0, zeroTailed: 0, zeros: 0, example: null };
}

export function isScientificId(id: string): boolean {
  return SCIENTIFIC.test(id);
}

/** Adds an id to the statistics of its column. */
export function observeId(column: IdColumn, id: string | null, line: number): void {
  if (id === null) return;
  column.filled += 1;
  if (isScientificId(id)) {
    column.scientific += 1;
    column.example ??= { text: id, line };
  } else if (LONG_NUMBER.test(id)) {
    column.long += 1;
    if (!/^0+$/.test(id.slice(KEPT_DIGITS))) return;
    column.zeroTailed += 1;
    column.zeros += id.length - KEPT_DIGITS;
    column.example ??= { text: id, line };
  }
}

/** Why the ids of a column are unreliable; null where they are fine. */
export function idFault({ scientific, long, zeroTailed, zeros, filled }: IdColumn): IdFault | null {
  if (scientific > 0 && scientific * 2 >= filled) return "scientific-id";
  return zeros >= SURE_ZEROS && zeroTailed === long ? "rounded-ids" : null;
}
