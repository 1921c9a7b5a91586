import { DATE_FIELDS, type DateField, type Referral } from "#partner-center/fields.ts";
import { type InstantReading, readInstant } from "#partner-center/instant.ts";
import { marketCode, NO_MARKET } from "./market.ts";
import {
  CLOSING_DATES,
  type ClosingDate,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  type Outcome,
  outcomeOf,
} from "./outcome.ts";

/** What can be wrong with a record, in the order in which it is listed. It is counted in every figure all the same. */
export const QUALITY_CLASSES = [
  "no-created-date",
  "unreadable-date",
  "backward-dates",
  "status-against-dates",
  "unrecognised-status",
  "unnamed-market",
  "repeated-id",
] as const;
export type QualityClass = (typeof QUALITY_CLASSES)[number];

/** Whether a market code has a name in the reader's language; the empty code is never asked. */
export type IsNamedMarket = (code: string) => boolean;

type Readings = Record<DateField, InstantReading>;

/** A loop into one object: this runs ten times for each of up to a million records. */
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

/** A status that does not decide, or that nobody knows, denies no date. */
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

/**
 * The classes that a record falls into by itself, in the order of QUALITY_CLASSES. Either market counts as unnamed
 * when it is empty or has no name. An id can only be found twice in a list: see `qualityReport`.
 */
export function qualityNotes(referral: Referral, isNamedMarket: IsNamedMarket): QualityClass[] {
  const dates = readDates(referral);
  const outcome = outcomeOf(referral.status, (field) => dates[field].kind === "instant");
  const found: Record<QualityClass, boolean> = {
    "no-created-date": dates.createdDate.kind === "never",
    "unreadable-date": DATE_FIELDS.some((field) => dates[field].kind === "unreadable"),
    "backward-dates": runBackwards(dates),
    "status-against-dates": contradicts(referral.status, outcome, dates),
    "unrecognised-status": outcome === "unrecognised",
    "unnamed-market":
      isUnnamed(referral.customerMarket, isNamedMarket) || isUnnamed(referral.partnerMarket, isNamedMarket),
    "repeated-id": false,
  };
  return QUALITY_CLASSES.filter((name) => found[name]);
}

/** The ids that stand on more than one record of a list, as they are written; no id is not an id. */
export function repeatedIds(referrals: Iterable<Referral>): Set<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { id } of referrals) {
    if (id === null || id === "") continue;
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return repeated;
}

/** The records of each class, in the order of the list; a record may be in several, those of one id are all listed. */
export function qualityReport(
  referrals: readonly Referral[],
  isNamedMarket: IsNamedMarket,
): Map<QualityClass, Referral[]> {
  const report = new Map<QualityClass, Referral[]>(QUALITY_CLASSES.map((name) => [name, []]));
  const repeated = repeatedIds(referrals);
  for (const referral of referrals) {
    for (const name of qualityNotes(referral, isNamedMarket)) report.get(name)?.push(referral);
    if (repeated.has(referral.id ?? "")) report.get("repeated-id")?.push(referral);
  }
  return report;
}
