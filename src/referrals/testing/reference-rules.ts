// The rules per record: the oracle for the columnar implementation.
import { dayOfInstant } from "#lib/calendar.ts";
import { DATE_FIELDS, type DateField, type Referral } from "#partner-center/fields.ts";
import { type InstantReading, readInstant } from "#partner-center/instant.ts";
import { type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import type { OutcomeCount } from "#referrals/funnel.ts";
import { marketCode, NO_MARKET } from "#referrals/market.ts";
import {
  type OpenAge,
  OVERDUE_LIMITS,
  type OverdueLimits,
  overdueAt,
  WAITING_OUTCOMES,
} from "#referrals/open-age.ts";
import {
  CLOSING_DATES,
  type ClosingDate,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  type Outcome,
  outcomeOf,
} from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import { type IsNamedMarket, QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { summariseAscending, type TimesSummary } from "#referrals/times-summary.ts";

/** Whether a date is present, that is, readable as an instant. */
export function hasDate(referral: Referral, field: DateField): boolean {
  return readInstant(referral[field]).kind === "instant";
}

/** The outcome of a record, by the same rule as for grouped counts. */
export function outcomeOfReferral(referral: Referral): Outcome {
  return outcomeOf(referral.status, (field) => hasDate(referral, field));
}

export function outcomeCountOf(referral: Referral): OutcomeCount {
  return {
    outcome: outcomeOfReferral(referral),
    acknowledged: hasDate(referral, "acknowledgedDate"),
    accepted: hasDate(referral, "acceptedDate"),
    won: hasDate(referral, "wonDate"),
    count: 1,
  };
}

/** now − `createdDate` of a new or acknowledged referral, in ms; negative when created after `now`. */
export function openAge(referral: Referral, now: number, limits: OverdueLimits = OVERDUE_LIMITS): OpenAge {
  const waiting: readonly Outcome[] = WAITING_OUTCOMES;
  if (!waiting.includes(outcomeOfReferral(referral))) return { kind: "not-waiting" };
  const created = readInstant(referral.createdDate);
  if (created.kind !== "instant") return { kind: "undated" };
  const ageMs = now - created.at;
  return { kind: "waiting", ageMs, overdue: overdueAt(ageMs, limits) };
}

/** Durations in ms of the referrals with both dates in order. */
export function timesOf(referrals: Iterable<Referral>, time: Time): number[] {
  const { from, to } = TIMES[time];
  const times: number[] = [];
  for (const referral of referrals) {
    const [start, end] = [readInstant(referral[from]), readInstant(referral[to])];
    if (start.kind === "instant" && end.kind === "instant" && start.at <= end.at)
      times.push(end.at - start.at);
  }
  return times;
}

/** Median, p75 and p90 of durations in ms, in any order. */
export function summariseTimes(times: readonly number[]): TimesSummary {
  return summariseAscending(times.toSorted((a, b) => a - b));
}

/** The position of a referral relative to a period: `undated` when its basis date is missing or unreadable. */
export function placeInPeriod(
  referral: Referral,
  basis: DateBasis,
  period: Period,
): "inside" | "outside" | "undated" {
  const reading = readInstant(referral[dateFieldOf(basis)]);
  if (reading.kind !== "instant") return "undated";
  const day = dayOfInstant(reading.at);
  return period.from <= day && day <= period.to ? "inside" : "outside";
}

type Readings = Record<DateField, InstantReading>;

/** A loop into one object, because this runs ten times for each of up to a million records. */
function readDates(referral: Referral): Readings {
  const dates: Partial<Readings> = {};
  for (const field of DATE_FIELDS) dates[field] = readInstant(referral[field]);
  return dates as Readings;
}

function isAfter(first: InstantReading, second: InstantReading): boolean {
  return first.kind === "instant" && second.kind === "instant" && first.at > second.at;
}

function runBackwards(dates: Readings): boolean {
  return (
    DATE_FIELDS.some((field) => isAfter(dates.createdDate, dates[field])) ||
    isAfter(dates.acknowledgedDate, dates.acceptedDate) ||
    isAfter(dates.acceptedDate, dates.wonDate) ||
    isAfter(dates.acceptedDate, dates.lostDate)
  );
}

function ownDateOf(outcome: Outcome): ClosingDate | undefined {
  return CLOSING_DATES.find((field) => OUTCOME_OF_CLOSING_DATE[field] === outcome);
}

/** An ambiguous or unrecognised status contradicts no date. */
function contradicts(status: string | null, outcome: Outcome, dates: Readings): boolean {
  if (outcome === "unrecognised" || needsClosingDates(status)) return false;
  const own = ownDateOf(outcome);
  const lacksOwn = own !== undefined && dates[own].kind !== "instant";
  return lacksOwn || CLOSING_DATES.some((field) => field !== own && dates[field].kind === "instant");
}

function isUnnamed(text: string | null, isNamed: IsNamedMarket): boolean {
  const code = marketCode(text);
  return code === NO_MARKET || !isNamed(code);
}

/** Every date is plausible. */
const ALL_TIME = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/**
 * The quality classes of a single record, in the order of QUALITY_CLASSES. Either market counts as unnamed when it is
 * empty or has no name. Repeated ids need the whole list: see `qualityReport`.
 */
export function qualityNotes(
  referral: Referral,
  isNamedMarket: IsNamedMarket,
  { first, last } = ALL_TIME,
): QualityClass[] {
  const dates = readDates(referral);
  const outcome = outcomeOf(referral.status, (field) => dates[field].kind === "instant");
  const found: Record<QualityClass, boolean> = {
    "no-created-date": dates.createdDate.kind === "never",
    "unreadable-date": DATE_FIELDS.some((field) => dates[field].kind === "unreadable"),
    "implausible-date": DATE_FIELDS.some((field) => {
      const reading = dates[field];
      return reading.kind === "instant" && !(reading.at >= first && reading.at <= last);
    }),
    "backward-dates": runBackwards(dates),
    "status-against-dates": contradicts(referral.status, outcome, dates),
    "unrecognised-status": outcome === "unrecognised",
    "unnamed-market":
      isUnnamed(referral.customerMarket, isNamedMarket) || isUnnamed(referral.partnerMarket, isNamedMarket),
    "repeated-id": false,
  };
  return QUALITY_CLASSES.filter((name) => found[name]);
}

/** Ids of more than one record of a list, as written; a missing id is ignored. */
export function repeatedIds(referrals: Iterable<Referral>): Set<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { id } of referrals) {
    if (id === null || id === "") continue;
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return repeated;
}

/** The records of each class, in list order; a record may be in several, and all with a repeated id are listed. */
export function qualityReport(
  referrals: readonly Referral[],
  isNamedMarket: IsNamedMarket,
  plausible = ALL_TIME,
): Map<QualityClass, Referral[]> {
  const report = new Map<QualityClass, Referral[]>(QUALITY_CLASSES.map((name) => [name, []]));
  const repeated = repeatedIds(referrals);
  for (const referral of referrals) {
    for (const name of qualityNotes(referral, isNamedMarket, plausible)) report.get(name)?.push(referral);
    if (repeated.has(referral.id ?? "")) report.get("repeated-id")?.push(referral);
  }
  return report;
}
