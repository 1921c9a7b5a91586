import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const limit = v.object({
  state: v.picklist(["absent", "approximate", "partly"]),
  reason: v.picklist(["not-in-format", "no-column", "update-date", "contract-signature"]),
});

/**
 * Path of the fields beside the sixteen, for data from files: the same query, filter and paging as the endpoint, and the
 * same records in the same order, each with its id and the fields that the facts list (null where it has none).
 */
export const EXTRAS_ENDPOINT = "/files/v1/referral-fields";

/** Fields (of the sixteen) that a source does not tell, or not as they are. */
export const LimitsSchema = v.record(v.string(), limit);

/** What the service tells of the files that it loaded. */
export const SourceFactsSchema = v.object({
  /** "Now" for all figures, and where it comes from: ms since 1970 UTC, the end of a day for a date in the files. */
  time: v.object({ at: v.number(), origin: v.picklist(["setting", "newest-date", "clock"]) }),
  loaded: count,
  /** Rows that are no referral, and dates that nobody can read. */
  rejected: count,
  unreadable: count,
  /** Referrals without a created date. */
  undated: count,
  /** The share of lost rows, from 0 to 1, over which a banner says so. */
  maxLostShare: v.number(),
  tables: v.array(
    v.object({
      name: v.string(),
      format: v.string(),
      rows: count,
      rejected: count,
      unknownColumns: v.array(v.string()),
      /** Date columns whose order of day and month nothing tells: month first is taken; with an example. */
      openDates: v.array(v.object({ column: v.string(), text: v.string(), at: v.number() })),
    }),
  ),
  rejectedRows: v.array(v.object({ line: count, reason: v.string() })),
  /** Referrals that several files tell different things of: all, and by field. Their ids are for signed-in people. */
  contradictions: v.object({ count, byField: v.record(v.string(), count) }),
  /** Registrations whose referral is in no file. */
  unmatchedRegistrations: count,
  limits: LimitsSchema,
  /** Date fields without a time of day. */
  dayOnly: v.array(v.string()),
  /** Referrals with a date that is too early or after the clock, and one such date (ms since 1970 UTC). */
  implausible: v.optional(v.object({ count, example: v.nullable(v.number()) })),
  /** Fields beside the sixteen, and how many referrals have them. */
  extras: v.array(
    v.object({ field: v.string(), type: v.picklist(["text", "amount", "instant", "list"]), count }),
  ),
  /** Deals that were closed as a mistake: they are in no figure. */
  closedAsError: count,
});

export type SourceFacts = v.InferOutput<typeof SourceFactsSchema>;
