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
 * Path of the fields beside the sixteen, for data from files: the same query, filter and paging as the endpoint, and the
 * same records in the same order, each with its id and the fields that the facts list (null where it has none).
 */
export const EXTRAS_ENDPOINT = "/files/v1/referral-fields";

/** Where somebody who is signed in is told of the files: the `data` of the settings. */
export const SOURCE_PATH = "/files/v1/source";

/** Fields (of the sixteen) that a source does not tell, or not as they are. */
export const LimitsSchema = v.record(v.string(), limit);

/** The imports that are kept, and what is wrong with where they are. */
export const HistoryFactsSchema = v.object({
  imports: count,
  first: v.number(),
  last: v.number(),
  problem: v.nullable(v.picklist(["not-writable", "damaged-file", "foreign-file", "clock", "too-many"])),
});

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
      /** Date columns whose order of day and month nothing tells: month first is taken; with an example. */
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
  /** Where imports are kept: those that told something new, the first and the last of them (ms since 1970 UTC). */
  history: v.optional(HistoryFactsSchema),
  /** How many values of a date field lie between two imports, and stand at the middle of the time between them. */
  imprecise: v.optional(v.record(v.string(), count)),
});

export type SourceFacts = v.InferOutput<typeof SourceFactsSchema>;
