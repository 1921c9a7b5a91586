/**
 * Ends by age, in columns along the distinct ages of ends, ascending. Ages are in days since creation, with fractions.
 */
export type LifeTable = {
  ages: Float64Array;
  /** Number neither ended nor censored before each age; those censored at that age are included. */
  atRisk: Float64Array;
  /** Ends of any kind at each age. */
  ends: Float64Array;
  /** Ends by the event of interest. */
  events: Float64Array;
  /** All lifetimes. */
  size: number;
  censored: Sorted;
  /** The largest age with at least `MIN_AT_RISK` at risk; null when there is none. */
  limit: number | null;
};

/** No claims are made where fewer are at risk. */
export const MIN_AT_RISK = 30;

/** State at the last known age: still open, event of interest, or ended otherwise. */
export const CENSORED = 0;
export const EVENT = 1;
export const COMPETING = 2;

/** Lifetimes in columns: the last known age of each (days, 0 or more) and its state then. */
export type Lifetimes = { ages: Float64Array; ends: Uint8Array };

/** Distinct ascending ages and the cumulative count up to each, inclusive. */
type Sorted = { ages: Float64Array; upTo: Float64Array };

function sortedKind({ ages, ends }: Lifetimes, kind: number): Sorted {
  const kept = ages.filter((_, row) => ends[row] === kind).sort();
  return { ages: kept, upTo: Float64Array.from({ length: kept.length }, (_, index) => index + 1) };
}

/** How many of ascending numbers are below `value`, or equal if `orEqual`. */
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

/** The last index of ascending numbers that is not above `value`; -1 when all are. */
export function placeUpTo(ascending: Float64Array, value: number): number {
  return placesBelow(ascending, value, true) - 1;
}

function countBelow({ ages, upTo }: Sorted, age: number): number {
  return upTo[placesBelow(ages, age, false) - 1] ?? 0;
}

/** The largest age that at least `MIN_AT_RISK` lifetimes reached, whatever their state then. */
function limitOf(kinds: readonly Sorted[], size: number): number | null {
  if (size < MIN_AT_RISK) return null;
  // The number at risk only drops just after a lifetime's age, so the result is one of those ages.
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

/** Walks along ascending ages: the count up to an age, and the next age. */
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
    // At equal ages ends come before censorings: whoever is censored was still at risk.
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

export function lifeTable(lifetimes: Lifetimes): LifeTable {
  return tableOf(
    sortedKind(lifetimes, EVENT),
    sortedKind(lifetimes, COMPETING),
    sortedKind(lifetimes, CENSORED),
  );
}

/** Number at risk at an age: neither ended nor censored before it. */
export function atRiskAt({ ages, atRisk, ends, size, censored }: LifeTable, age: number): number {
  const place = placesBelow(ages, age, false) - 1;
  if (place < 0) return size - countBelow(censored, age);
  const left = (atRisk[place] as number) - (ends[place] as number);
  return left - (countBelow(censored, age) - countBelow(censored, ages[place] as number));
}
