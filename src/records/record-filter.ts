import type { Day } from "#lib/calendar.ts";
import type { DateField, TermField } from "#partner-center/fields.ts";
import type { AnswerGroup } from "#referrals/answer-group.ts";
import type { DropOffStage, Stage } from "#referrals/funnel.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Outcome, OutcomeGroup } from "#referrals/outcome.ts";
import type { QualityClass } from "#referrals/quality.ts";
import type { Route } from "#referrals/route.ts";
import type { Time } from "#referrals/times.ts";
import type { QualityContext } from "./row-quality.ts";
import type { TimeRange } from "./row-times.ts";

/** Whole UTC days of a date, both included; null is no bound. Without the date a row is outside. */
export type DateRange = { field: DateField; from: Day | null; to: Day | null };

/** Rows without a date: nothing was sent, nobody can read it, or one of both. */
export type Lacking = { field: DateField; because: "never" | "unreadable" | "either" };

/**
 * Rows that wait for an answer: all; past the answer time (past expiry too); past expiry; not past the answer time,
 * but within the next 24 hours; not past it; since nobody knows when.
 */
export type OverdueFilter = "waiting" | "answer" | "expiry" | "soon" | "in-time" | "undated";

/**
 * What is asked of records, as a plain value. All parts are "and"; the values of one list are "or", and an empty
 * list asks for nothing. Market codes as of `marketCode`, sizes as of `sizeKey`; "" is none.
 */
export type RecordFilter = {
  markets?: readonly string[];
  partners?: readonly string[];
  sizes?: readonly string[];
  outcomes?: readonly Outcome[];
  notMarkets?: readonly string[];
  notPartners?: readonly string[];
  notSizes?: readonly string[];
  notOutcomes?: readonly Outcome[];
  route?: Route;
  notRoute?: Route;
  /** Reached this stage, whatever came later. */
  reached?: Stage;
  /** Stand at this stage and are not won: open there, or left there. */
  left?: DropOffStage;
  /** Reached this stage without its date. */
  implied?: Stage;
  fate?: OutcomeGroup;
  /** Outcomes, stages, ages and times are those of this instant (ms UTC), not of today. */
  asOf?: number;
  dates?: readonly DateRange[];
  /** Has a date after one instant, and not after another (ms UTC). */
  happened?: { field: DateField; after: number; upTo: number };
  /** Was created by an instant (ms UTC), and had one of these outcomes then. */
  was?: { at: number; outcomes: readonly Outcome[] };
  lacking?: readonly Lacking[];
  quality?: QualityClass;
  /** Any quality note at all, or none. */
  noted?: boolean;
  overdue?: OverdueFilter;
  /** Have both dates of a time in order, and took more than `overMs` and at most `upToMs`. */
  times?: readonly (TimeRange & { time: Time })[];
  /** Have both dates of a time, the second not on an earlier day. */
  days?: Time;
  /** How they stand to an answer time. */
  answer?: { limitMs: number; group: AnswerGroup };
  /** Exactly these ids, as written. */
  ids?: readonly string[];
  /** Every word in the customer name or the id, without regard to case and accents. */
  search?: string;
  /** The same per column. Markets are found by code, and by name where the context names them. */
  texts?: Partial<Readonly<Record<TermField, string>>>;
};

/** What a filter cannot know by itself. */
export type FilterContext = QualityContext & {
  /** Ms UTC. */
  now: number;
  /** OVERDUE_LIMITS when left out. */
  limits?: OverdueLimits;
  /** How a value of a column is shown, where that is not its text: a country's name, a size in words. */
  shownText?: (field: TermField, text: string) => string;
};

/** Whether a row passes one part of a filter. */
export type RowTest = (row: number) => boolean;
