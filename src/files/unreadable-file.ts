/** Why a file has no table, as an English sentence with `{params}`; the page has these codes in its catalogues. */
export const UNREADABLE_SENTENCES = {
  empty: "{file} is empty.",
  "no-table": "{file} has no table in it: no row looks like a header.",
  "not-text": "{file} is not a table in a format that can be read. Save it as CSV or .xlsx.",
  "unknown-encoding":
    "{file} has letters in an unknown encoding. Save it as CSV UTF-8, or choose its encoding.",
  "mixed-encoding":
    "{file} mixes encodings: most of it is UTF-8, line {line} is not. Export it again as CSV UTF-8.",
  "wrong-encoding": "{file} cannot be read as {encoding}. Choose another encoding.",
  "line-too-long":
    "Line {line} of {file} is longer than {megabytes} MB. This is no table with one record a line.",
  "too-many-columns": "{file} has {columns} columns; at most {max} can be read.",
  "password-protected": "{file} is protected with a password. Save it without one.",
  "old-excel": "{file} is in the old Excel format (.xls). Save it as .xlsx or CSV.",
  "binary-excel": "{file} is a binary workbook (.xlsb). Save it as .xlsx or CSV.",
  "open-document": "{file} is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV.",
  "no-worksheet": "{file} has no worksheet with cells, only charts or hidden sheets.",
  "damaged-workbook": "{file} is damaged and cannot be opened as a workbook. Save it again in Excel.",
  html: "{file} is a web page, whatever its name says. Open it in Excel and save it as .xlsx or CSV.",
  pdf: "{file} is a PDF. Export the data as CSV or .xlsx instead.",
  "parquet-codec": "{file} is compressed as {codec}, which can't be read. Save it with snappy, gzip or zstd.",
  zstd: "{file} is packed with zstd. Unpack it first, or pack it with gzip.",
  "other-archive": "{file} is an archive of a kind that cannot be read. Unpack it, or pack it as .zip.",
  "nested-archive": "{file} is an archive inside an archive. Unpack it first.",
  "no-files-in-archive": "{file} has no table in it: neither CSV, JSON nor .xlsx.",
  "encrypted-archive": "{file} is encrypted. Unpack it with its password first.",
  "damaged-archive": "{file} is damaged or incomplete and cannot be unpacked. Download it again.",
  "archive-too-large": "{file} unpacks to more than {gigabytes} GB. Split it into smaller files.",
  "archive-too-dense": "{file} unpacks to more than {times} times its size and was not opened.",
  "invalid-json": "{file} begins like JSON but is not: line {line} cannot be read.",
  "json-without-records":
    "{file} is JSON without records: neither an array of objects nor an object with one.",
  "scientific-id":
    'The ids of {file} are written in scientific notation ("{text}" in line {line}): a spreadsheet has cut them. Export the file again and do not save it in a spreadsheet, or give the id column the format Text first.',
  "rounded-ids":
    'The ids of {file} end in zeros after 15 digits ("{text}" in line {line}): a spreadsheet has cut them. Export the file again and do not save it in a spreadsheet, or give the id column the format Text first.',
  "mixed-dates":
    'The dates in "{column}" of {file} are day-first in some rows ({dayFirst}) and month-first in others ({monthFirst}): export the file again, or choose day-first or month-first (DATE_ORDER).',
  unavailable: "{file} can no longer be read. It may have been moved, changed or deleted.",
} as const;

export type UnreadableFileCode = keyof typeof UNREADABLE_SENTENCES;
export type UnreadableFileParams = Readonly<Record<string, string | number>> & { file: string };

/** A file without a readable table. `message` is in English; translations use `code` and `params`. */
export class UnreadableFileError extends Error {
  readonly code: UnreadableFileCode;
  readonly params: UnreadableFileParams;

  constructor(code: UnreadableFileCode, params: UnreadableFileParams, options?: ErrorOptions) {
    super(
      UNREADABLE_SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "?")),
      options,
    );
    this.name = "UnreadableFileError";
    this.code = code;
    this.params = params;
  }
}
