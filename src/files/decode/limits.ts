/** A line, or a JSON record, with more characters than this is no record of a referral. */
export const MAX_LINE = 16 * 1024 * 1024;
/** A cell in quotes with more characters than this was opened by a stray quote. */
export const MAX_QUOTED = 1024 * 1024;
/** The columns that a sheet of Excel has. */
export const MAX_COLUMNS = 16_384;
/** Characters from which encoding, delimiter, header and habits of the writer are told. */
export const HEAD_LENGTH = 1024 * 1024;
/** Title lines above a header are among these first rows. */
export const HEADER_ROWS = 50;
/** Rows of one batch, at least; the last one has fewer. */
export const BATCH_ROWS = 2000;

/** Bytes that an archive may unpack to, in all and for its size; small ones are let pass. */
export const MAX_UNPACKED = 2 * 1024 ** 3;
export const MAX_TIMES_UNPACKED = 1000;
export const SMALL_UNPACKED = 1024 * 1024;
