/**
 * What happened to a group by age, in columns that run along the distinct ages of its ends, in ascending order.
 * Ages are in days since creation; fractions count.
 */
export type LifeTable = {
  ages: Float64Array;
  /** How many had neither ended nor been censored before each age; those censored at that very age are among them. */
  atRisk: Float64Array;
  /** How many ended at each age, in whichever way. */
  ends: Float64Array;
  /** How many of those ended in the way of interest. */
  events: Float64Array;
  /** How many there are altogether. */
  size: number;
  censored: Sorted;
  /** The largest age at which at least `MIN_AT_RISK` were at risk; null when there never were so many. */
  limit: number | null;
};

/** Nothing is claimed where fewer than this are left to tell. */
export const MIN_AT_RISK = 30;

/** How a life stands at its last known age: it goes on, it had the event of interest, or it ended otherwise. */
export const CENSORED = 0;
export const EVENT = 1;
export const COMPETING = 2;

/** Lifetimes in columns: the last known age of each (days, 0 or more) and how it stood then. */
export type Lifetimes = { ages: Float64Array; ends: Uint8Array };

/** Ascending ages, and how many stand up to each, that one included. */
type Sorted = { ages: Float64Array; upTo: Float64Array };

function sortedKind({ ages, ends }: Lifetimes, kind: number): Sorted {
  const kept = ages.filter((_, row) => ends[row] === kind).sort();
  return { ages: kept, upTo: Float64Array.from({ length: kept.length }, (_, index) => index + 1) };
}

/** How many of ascending numbers are below one (or, if told so, not above it). */
function placesBelow(ascending: Float64Array, value: number, orEqual: boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = ascending[middle] as number;
    if (one < value || (orEqual && one === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place of ascending numbers that is not above one; -1 when all are. */
export function placeUpTo(ascending: Float64Array, value: number): number {
  return placesBelow(ascending, value, true) - 1;
}

function countBelow({ ages, upTo }: Sorted, age: number): number {
  return upTo[placesBelow(ages, age, false) - 1] ?? 0;
}

/** The largest age that at least `MIN_AT_RISK` lifetimes reached, whatever happened to them then. */
function limitOf(kinds: readonly Sorted[], size: number): number | null {
  if (size < MIN_AT_RISK) return null;
  // At risk falls with age, and falls only just after the age of a life: the age sought is one of those.
  const limits = kinds.map((kind) => {
    let [low, high] = [-1, kind.ages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const age = kind.ages[middle] as number;
      const left = kinds.reduce((left, other) => left - countBelow(other, age), size);
      if (left >= MIN_AT_RISK) low = middle;
      else high = middle - 1;
    }
    return kind.ages[low] ?? 0;
  });
  return Math.max(...limits);
}

/** Walks along ascending ages: how many more there are up to an age, and which age comes next. */
function walker({ ages, upTo }: Sorted) {
  let at = 0;
  return {
    next: (): number => ages[at] ?? Number.POSITIVE_INFINITY,
    takeUpTo(age: number, orEqual: boolean): number {
      const before = upTo[at - 1] ?? 0;
      while (at < ages.length && ((ages[at] as number) < age || (orEqual && ages[at] === age))) at++;
      return (upTo[at - 1] ?? 0) - before;
    },
  };
}

function tableOf(happened: Sorted, competing: Sorted, censored: Sorted): LifeTable {
  const columns = [0, 1, 2, 3].map(() => new Float64Array(happened.ages.length + competing.ages.length));
  const [ages, atRisk, ends, events] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  const kinds = [happened, competing, censored];
  const size = kinds.reduce((sum, { upTo }) => sum + (upTo.at(-1) ?? 0), 0);
  const [event, other, open] = [walker(happened), walker(competing), walker(censored)];
  let [left, length] = [size, 0];
  for (let age = Math.min(event.next(), other.next()); Number.isFinite(age); length++) {
    // At the same age ends come before censorings: who is censored then was still at risk.
    left -= open.takeUpTo(age, false);
    ages[length] = age;
    atRisk[length] = left;
    const own = event.takeUpTo(age, true);
    const all = own + other.takeUpTo(age, true);
    [events[length], ends[length]] = [own, all];
    left -= all;
    age = Math.min(event.next(), other.next());
  }
  const cut = (column: Float64Array) => column.slice(0, length);
  const kept = { ages: cut(ages), atRisk: cut(atRisk), ends: cut(ends), events: cut(events) };
  return { ...kept, size, censored, limit: limitOf(kinds, size) };
}

/** The life table of single lifetimes. */
export function lifeTable(lifetimes: Lifetimes): LifeTable {
  return tableOf(
    sortedKind(lifetimes, EVENT),
    sortedKind(lifetimes, COMPETING),
    sortedKind(lifetimes, CENSORED),
  );
}

/** How many were at risk at an age: neither ended nor censored before it. */
export function atRiskAt({ ages, atRisk, ends, size, censored }: LifeTable, age: number): number {
  const place = placesBelow(ages, age, false) - 1;
  if (place < 0) return size - countBelow(censored, age);
  const left = (atRisk[place] as number) - (ends[place] as number);
  return left - (countBelow(censored, age) - countBelow(censored, ages[place] as number));
}
