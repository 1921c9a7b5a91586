/** What is wrong with an id: a spreadsheet or program has cut its digits, so that several ids have become one. */
export type IdFault = "scientific-id" | "rounded-ids";

export type IdColumn = {
  filled: number;
  /** Ids such as 1.12E+05. */
  scientific: number;
  /** Numbers of more digits than a spreadsheet keeps, and those of them with nothing but zeros behind these. */
  long: number;
  zeroTailed: number;
  /** The zeros behind these, of all of them. */
  zeros: number;
  example: { text: string; line: number } | null;
};

/** Spreadsheets keep 15 digits of a number. */
const KEPT_DIGITS = 15;
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d+$/i;
const LONG_NUMBER = /^\d{16,}$/;
/** By chance a single id ends in so many zeros once in this power of ten. */
const SURE_ZEROS = 3;

export function createIdColumn(): IdColumn {
  return { filled: 0, scientific: 0, long: 0, zeroTailed: 0, zeros: 0, example: null };
}

export function isScientificId(id: string): boolean {
  return SCIENTIFIC.test(id);
}

/** Counts an id for what it says about the column. */
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

/** Why the ids of a column cannot be told apart any more; null where nothing is wrong. */
export function idFault({ scientific, long, zeroTailed, zeros, filled }: IdColumn): IdFault | null {
  if (scientific > 0 && scientific * 2 >= filled) return "scientific-id";
  return zeros >= SURE_ZEROS && zeroTailed === long ? "rounded-ids" : null;
}
