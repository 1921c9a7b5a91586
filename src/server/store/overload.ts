const SENTENCES = {
  "queue-full": "Too many queries are waiting.",
  timeout: "The query took too long.",
} as const;

/** Why a query was not answered now: to be tried again later. */
export class OverloadError extends Error {
  override name = "OverloadError";
  readonly reason: keyof typeof SENTENCES;

  constructor(reason: keyof typeof SENTENCES) {
    super(SENTENCES[reason]);
    this.reason = reason;
  }
}
