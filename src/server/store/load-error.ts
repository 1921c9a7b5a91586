import type { RejectReason } from "#config/reading-codes.ts";
import type { RejectedRow } from "#files/raw-table.ts";

const WORDS: Record<RejectReason, string> = {
  "too-many-cells": "more values than the header",
  "too-few-cells": "fewer values than the header",
  "shifted-cells": "the values have moved to other columns",
  "unclosed-quote": "unclosed quote, or text after a closing quote",
  "line-too-long": "longer than a line may be",
  "invalid-json": "not a JSON object",
  "cut-off": "the file ends in the middle of it",
  "lost-id": "the id has lost its digits",
};

/** Why a row was rejected, for the start-up report; the page has its own texts. */
export function reasonWords({ reason, cells, columns }: RejectedRow): string {
  return cells === null ? WORDS[reason] : `${WORDS[reason]} (${cells} instead of ${columns})`;
}

/** The data cannot be loaded; the message says what, where, and what to do. */
export class LoadError extends Error {
  override name = "LoadError";
}
