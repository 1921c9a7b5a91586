import type { UnreadableFileCode } from "#files/unreadable-file.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import type { FileFault } from "#local-files/read-files.ts";

/** Causes with the same remedy share a text. */
const SENTENCES: Record<UnreadableFileCode, MessageKey> = {
  empty: "files.fault.empty",
  "no-table": "files.fault.no-table",
  "not-text": "files.fault.not-text",
  "unknown-encoding": "files.fault.unknown-encoding",
  "wrong-encoding": "files.fault.unknown-encoding",
  "mixed-encoding": "files.fault.mixed-encoding",
  "line-too-long": "files.fault.line-too-long",
  "too-many-columns": "files.fault.too-many-columns",
  "password-protected": "files.fault.password-protected",
  "old-excel": "files.fault.workbook-format",
  "binary-excel": "files.fault.workbook-format",
  "open-document": "files.fault.workbook-format",
  "no-worksheet": "files.fault.no-worksheet",
  "damaged-workbook": "files.fault.damaged",
  "damaged-archive": "files.fault.damaged",
  html: "files.fault.document",
  pdf: "files.fault.document",
  "parquet-codec": "files.fault.parquet-codec",
  zstd: "files.fault.archive",
  "other-archive": "files.fault.archive",
  "nested-archive": "files.fault.archive",
  "encrypted-archive": "files.fault.archive",
  "no-files-in-archive": "files.fault.archive",
  "archive-too-large": "files.fault.archive-too-large",
  "archive-too-dense": "files.fault.archive-too-large",
  "invalid-json": "files.fault.invalid-json",
  "json-without-records": "files.fault.json-without-records",
  "scientific-id": "files.fault.lost-ids",
  "rounded-ids": "files.fault.lost-ids",
  "mixed-dates": "files.fault.mixed-dates",
  unavailable: "files.fault.unavailable",
};

/** Why a file contains no table, and what to do. */
export function faultSentence({ code, params }: FileFault, { t }: I18n): string {
  return t(SENTENCES[code], params);
}
