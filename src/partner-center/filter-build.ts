import type { DateField, TermField } from "./fields.ts";
import type { Filter } from "./filter.ts";
import { FIRST_INSTANT, LAST_INSTANT, printInstant, readInstant } from "./instant.ts";

const DAY_MS = 86_400_000;

/** Combines filters, flattening operands of the same kind; null for none. */
function joined(kind: "and" | "or", filters: readonly Filter[]): Filter | null {
  const operands = filters.flatMap((filter) => (filter.kind === kind ? filter.operands : [filter]));
  const [first, second, ...rest] = operands;
  if (first === undefined || second === undefined) return first ?? null;
  return { kind, operands: [first, second, ...rest] };
}

/** Conjunction; null is no restriction. */
export function allOf(filters: readonly (Filter | null)[]): Filter | null {
  return joined(
    "and",
    filters.filter((filter) => filter !== null),
  );
}

export function anyOf(filters: readonly [Filter, ...Filter[]]): Filter {
  return joined("or", filters) ?? filters[0];
}

/** The field has one of these values (null for absence); no values are no restriction. */
export function termIs(field: TermField, values: readonly (string | null)[]): Filter | null {
  return joined(
    "or",
    values.map((value): Filter => ({ kind: "term", field, operator: "eq", value })),
  );
}

const FIRST_DAY = printInstant(FIRST_INSTANT).slice(0, 10);

function startOfDay(day: string): number {
  const reading = readInstant(day);
  if (reading.kind !== "instant") throw new RangeError(`Not a day: ${day}`);
  return reading.at;
}

/** The date is within whole UTC days `YYYY-MM-DD`, both included. @throws RangeError for an invalid day */
export function daysWithin(field: DateField, fromDay: string, toDay: string): Filter {
  const from = fromDay < FIRST_DAY ? FIRST_INSTANT : startOfDay(fromDay);
  const after = toDay < FIRST_DAY ? FIRST_INSTANT : startOfDay(toDay) + DAY_MS;
  return {
    kind: "and",
    operands: [{ kind: "date", field, operator: "ge", instant: from }, before(field, after)],
  };
}

/** No upper bound after 9999: the year 10000 cannot be written. */
function before(field: DateField, after: number): Filter {
  if (after <= LAST_INSTANT) return { kind: "date", field, operator: "lt", instant: after };
  return { kind: "date", field, operator: "le", instant: LAST_INSTANT };
}
