import type { Day } from "#lib/calendar.ts";
import type { DateField, TermField } from "#partner-center/fields.ts";
import type { AnswerGroup } from "#referrals/answer-group.ts";
import type { DealText } from "#referrals/deal-fields.ts";
import type { Registration, Risk } from "#referrals/deals.ts";
import type { DropOffStage } from "#referrals/funnel.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { Outcome, OutcomeGroup } from "#referrals/outcome.ts";
import type { QualityClass } from "#referrals/quality.ts";
import type { Route } from "#referrals/route.ts";
import type { Stage } from "#referrals/stages.ts";
import type { Time } from "#referrals/times.ts";
import type { QualityContext } from "./row-quality.ts";
import type { TimeRange } from "./row-times.ts";

/** Whole UTC days of a date, both included; null is unbounded. Rows without the date do not match. */
export type DateRange = { field: DateField; from: Day | null; to: Day | null };

/** Rows without a date: not sent, unreadable, or either. */
export type Lacking = { field: DateField; because: "never" | "unreadable" | "either" };

/**
 * Unanswered referrals: all; past the answer time (including expired); past expiry; due within 24 hours; not past the
 * answer time; without a created date.
 */
export type OverdueFilter = "waiting" | "answer" | "expiry" | "soon" | "in-time" | "undated";

/**
 * A filter for records, as plain data. Parts are "and"; values of a list are "or", and an empty list matches all.
 * Market codes as of `marketCode`, sizes as of `sizeKey`; "" is none.
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
  /** At this stage and not won: open there, or dropped off there. */
  left?: DropOffStage;
  /** Reached this stage without its date. */
  implied?: Stage;
  fate?: OutcomeGroup;
  /** Evaluate outcomes, stages, ages and times at this instant (ms UTC) instead of today. */
  asOf?: number;
  dates?: readonly DateRange[];
  /** The date is after one instant, and not after another (ms UTC). */
  happened?: { field: DateField; after: number; upTo: number };
  /** Created by an instant (ms UTC), with one of these outcomes then. */
  was?: { at: number; outcomes: readonly Outcome[] };
  lacking?: readonly Lacking[];
  quality?: QualityClass;
  /** Has any quality note, or none. */
  noted?: boolean;
  overdue?: OverdueFilter;
  /** Both dates in order; took more than `overMs` and at most `upToMs`. */
  times?: readonly (TimeRange & { time: Time })[];
  /** Both dates, the second not on an earlier day. */
  days?: Time;
  answer?: { limitMs: number; group: AnswerGroup };
  /** Values of additional fields; for a list, any entry matches. */
  values?: Partial<Readonly<Record<DealText, readonly string[]>>>;
  /** Has an amount in this measure, see `amountReader`. */
  valued?: string;
  /** Has no amount in this measure; `ANY_MEASURE`: in none. */
  unvalued?: string;
  /** Open and at risk for one of these reasons. */
  risks?: readonly Risk[];
  /** Won, with its registration at one of these steps. */
  registrations?: readonly Registration[];
  /** Exactly these ids, as written. */
  ids?: readonly string[];
  /** Every word must be in the customer name or the id, ignoring case and accents. */
  search?: string;
  /** The same per column. Markets match by code, and by name where the context has one. */
  texts?: Partial<Readonly<Record<TermField, string>>>;
};

/** Values from outside that a filter needs. */
export type FilterContext = QualityContext & {
  /** Ms UTC. */
  now: number;
  /** Default: OVERDUE_LIMITS. */
  limits?: OverdueLimits;
  /** The displayed text of a value, if different: a country's name, a formatted size. */
  shownText?: (field: TermField, text: string) => string;
};

export type RowTest = (row: number) => boolean;
