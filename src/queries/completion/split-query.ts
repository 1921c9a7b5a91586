import { addDays, type Day, dayOfInstant, daysBetween, instantOfDay } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import type { Period } from "#referrals/period.ts";

/** How the dates of a part can be divided: any date, a range of whole days, or not at all. */
type Dates = { kind: "any" } | { kind: "days"; days: Period } | { kind: "one" };

/** A part of a query. `field` is the date by whose days it can be divided. */
export type QueryPart = { filter: Filter | null; field: DateField; dates: Dates; isOneMarket: boolean };

/** A query as one undivided part, by the date of which its filter has a range of days, else by created date. */
export function wholePart(filter: Filter | null): QueryPart {
  const range = rangeOf(filter);
  const field = range?.field ?? "createdDate";
  return {
    filter,
    field,
    dates: range ? { kind: "days", days: range.days } : { kind: "any" },
    isOneMarket: false,
  };
}

/** The range of days of one date that all referrals of a filter must lie in. */
function rangeOf(filter: Filter | null): { field: DateField; days: Period } | null {
  const conditions = filter?.kind === "and" ? filter.operands : [];
  for (const lower of conditions) {
    if (lower.kind !== "date" || lower.operator !== "ge") continue;
    const upper = conditions.find(
      (one) => one.kind === "date" && one.field === lower.field && one.operator === "lt",
    );
    if (upper?.kind !== "date") continue;
    const days = { from: dayOfInstant(lower.instant), to: dayOfInstant(upper.instant - 1) };
    const isWhole = [lower, upper].every(({ instant }) => instantOfDay(dayOfInstant(instant)) === instant);
    if (isWhole && days.from <= days.to) return { field: lower.field, days };
  }
  return null;
}

/**
 * Divides a part into about `pieces` disjoint parts by date; null for a single day. A part of any date is divided over
 * the days `seen`, plus parts for before, after and without a date.
 */
export function splitByDate(part: QueryPart, pieces: number, seen: Period): QueryPart[] | null {
  const { filter, field, dates } = part;
  if (dates.kind === "any") {
    const inside: Filter = daysWithin(field, seen.from, seen.to);
    const within = { ...part, filter: allOf([filter, inside]), dates: { kind: "days", days: seen } } as const;
    const outside = outsideOf(field, seen).map(
      (condition): QueryPart => ({ ...part, filter: allOf([filter, condition]), dates: { kind: "one" } }),
    );
    return [...outside, ...(splitByDate(within, pieces, seen) ?? [within])];
  }
  if (dates.kind === "one" || dates.days.from === dates.days.to) return null;
  return pieceDays(dates.days, pieces).map((days) => ({
    ...part,
    filter: allOf([filter, daysWithin(field, days.from, days.to)]),
    dates: { kind: "days", days },
  }));
}

function outsideOf(field: DateField, { from, to }: Period): Filter[] {
  return [
    { kind: "date-null", field, operator: "eq" },
    { kind: "date", field, operator: "lt", instant: instantOfDay(from) },
    { kind: "date", field, operator: "ge", instant: instantOfDay(addDays(to, 1)) },
  ];
}

function pieceDays({ from, to }: Period, pieces: number): Period[] {
  const days = daysBetween(from, to) + 1;
  const width = Math.ceil(days / Math.min(pieces, days));
  const count = Math.ceil(days / width);
  return Array.from({ length: count }, (_, at) => {
    const start: Day = addDays(from, at * width);
    const end = addDays(start, width - 1);
    return { from: start, to: end < to ? end : to };
  });
}

/**
 * The part for all other markets excludes each of these by name: more would exceed the length of a URL that services
 * accept.
 */
const MAX_MARKETS = 24;

/**
 * Divides a part by customer market: one part per market, one for all others and none. Null when already divided by
 * market, or with too few or too many markets.
 */
export function splitByMarket(part: QueryPart, markets: readonly string[]): QueryPart[] | null {
  if (part.isOneMarket || markets.length === 0 || markets.length > MAX_MARKETS) return null;
  const field = "customerMarket";
  const others = markets.map((value): Filter => ({ kind: "term", field, operator: "ne", value }));
  return [...markets.map((market) => termIs(field, [market])), allOf(others)].map((condition) => ({
    ...part,
    filter: allOf([part.filter, condition]),
    isOneMarket: true,
  }));
}
