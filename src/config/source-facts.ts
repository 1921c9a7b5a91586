import * as v from "valibot";
import { REJECT_REASONS, TABLE_NOTE_CODES } from "./reading-codes.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const limit = v.object({
  state: v.picklist(["absent", "approximate", "partly"]),
  reason: v.picklist([
    "not-in-format",
    "no-column",
    "update-date",
    "contract-signature",
    // The change was seen between two imports.
    "between-imports",
  ]),
});

/**
 * Path for fields beyond the endpoint's sixteen, for data from files: same query, filter and paging, same records in
 * the same order, each with its id and the additional fields (null where missing).
 */
export const EXTRAS_ENDPOINT = "/files/v1/referral-fields";

/** Where somebody who is signed in is told of the files: the `data` of the settings. */
export const SOURCE_PATH = "/files/v1/source";

/** Fields (of the sixteen) that a source does not provide, or not exactly. */
export const LimitsSchema = v.record(v.string(), limit);

/** The imports that are kept, and what is wrong with where they are. */
export const HistoryFactsSchema = v.object({
  imports: count,
  first: v.number(),
  last: v.number(),
  problem: v.nullable(v.picklist(["not-writable", "damaged-file", "foreign-file", "clock", "too-many"])),
});

/** What the service reports about loaded files. */
export const SourceFactsSchema = v.object({
  /** "Now" for all figures, in ms since 1970 UTC, and its origin; the end of the day for a date in the files. */
  time: v.object({ at: v.number(), origin: v.picklist(["setting", "newest-date", "clock"]) }),
  loaded: count,
  /** Rejected rows, and unreadable dates. */
  rejected: count,
  unreadable: count,
  /** Referrals without a created date. */
  undated: count,
  /** Share of rejected rows (0 to 1) above which a banner is shown. */
  maxLostShare: v.number(),
  /** Earlier dates (ms since 1970 UTC) are slips. */
  firstPlausible: v.number(),
  tables: v.array(
    v.object({
      name: v.string(),
      format: v.string(),
      rows: count,
      rejected: count,
      /** Why rows were rejected, how many, and the lines of the first ones. */
      lost: v.array(v.object({ reason: v.picklist(REJECT_REASONS), count, lines: v.array(count) })),
      /** What the reading did on its own; words are made from `code` and `params`. */
      notes: v.array(
        v.object({
          code: v.picklist(TABLE_NOTE_CODES),
          params: v.record(v.string(), v.union([v.string(), v.number()])),
        }),
      ),
      unknownColumns: v.array(v.string()),
      /** Date columns with ambiguous day and month order, read as month first; with an example. */
      openDates: v.array(v.object({ column: v.string(), text: v.string(), at: v.number() })),
    }),
  ),
  /** Referrals that several files tell different things of: all, and by field. */
  contradictions: v.object({
    count,
    byField: v.record(v.string(), count),
    /** The first of them, for somebody who may see all referrals. */
    listed: v.array(v.object({ id: v.string(), fields: v.array(v.string()) })),
  }),
  /** Registrations without a matching referral. */
  unmatchedRegistrations: count,
  limits: LimitsSchema,
  /** Date fields without a time of day. */
  dayOnly: v.array(v.string()),
  /** Referrals with a date that is too early or in the future, and an example (ms since 1970 UTC). */
  implausible: v.optional(v.object({ count, example: v.nullable(v.number()) })),
  /** Additional fields, and how many referrals have them. */
  extras: v.array(
    v.object({
      field: v.string(),
      type: v.picklist(["text", "amount", "instant", "list"]),
      count,
      /** Its values where they are a choice of few, the most frequent first. */
      values: v.optional(v.array(v.object({ value: v.string(), count }))),
    }),
  ),
  /** Deals closed as an error; they are in no figure. */
  closedAsError: count,
  /** Where imports are kept: those that told something new, the first and the last of them (ms since 1970 UTC). */
  history: v.optional(HistoryFactsSchema),
  /** How many values of a date field lie between two imports, and stand at the middle of the time between them. */
  imprecise: v.optional(v.record(v.string(), count)),
});

export type SourceFacts = v.InferOutput<typeof SourceFactsSchema>;
