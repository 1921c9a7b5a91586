const SENTENCES = {
  "queue-full": "Too many queries are waiting.",
  timeout: "The query took too long.",
  unreachable: "ClickHouse or one of its shards can't be reached.",
  certificate: "The certificate of ClickHouse isn't trusted or has expired.",
  "engine-limit": "A limit of ClickHouse ended the query.",
  "engine-failed": "ClickHouse could not run the query.",
  "sign-in-refused": "ClickHouse refused the account of this server.",
  "settings-refused": "ClickHouse refused the settings that keep results whole.",
  "no-table": "The table of referrals can't be found in ClickHouse.",
  stale: "The replicas of ClickHouse are too far behind.",
} as const;

export type OverloadReason = keyof typeof SENTENCES;

/** The query was rejected for load; retry later. */
export class OverloadError extends Error {
  override name = "OverloadError";
  readonly reason: OverloadReason;

  constructor(reason: OverloadReason) {
    super(SENTENCES[reason]);
    this.reason = reason;
  }
}
