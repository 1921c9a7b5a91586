/** Maximum length of a line or JSON record; a longer one is no referral. */
export const MAX_LINE = 16 * 1024 * 1024;
/** Maximum length of a quoted cell; a longer one was opened by a stray quote. */
export const MAX_QUOTED = 1024 * 1024;
/** Maximum columns of an Excel sheet. */
export const MAX_COLUMNS = 16_384;
/** Characters used to detect encoding, delimiter, header and row widths. */
export const HEAD_LENGTH = 1024 * 1024;
/** A header is among the first rows, after title lines. */
export const HEADER_ROWS = 50;
/** Minimum rows of a batch; the last one has fewer. */
export const BATCH_ROWS = 2000;

/** Maximum bytes that an archive may unpack to, in total and relative to its size; small ones always pass. */
export const MAX_UNPACKED = 2 * 1024 ** 3;
export const MAX_TIMES_UNPACKED = 1000;
export const SMALL_UNPACKED = 1024 * 1024;
