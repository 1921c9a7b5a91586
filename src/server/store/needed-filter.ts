import type { DateOperator, Filter } from "#partner-center/filter.ts";
import type { TableFacts } from "./table-facts.ts";

type Known = Pick<TableFacts, "full" | "ends">;

/**
 * A filter without the conditions that every referral meets, such as a period around all of them: testing these would
 * read a column. Null where nothing is left.
 */
export function neededFilter(filter: Filter | null, facts: Known): Filter | null {
  if (filter === null) return null;
  if (filter.kind === "date") return areAll(filter, facts) ? null : filter;
  if (filter.kind === "or")
    return filter.operands.some((operand) => neededFilter(operand, facts) === null) ? null : filter;
  if (filter.kind !== "and") return filter;
  const [first, second, ...others] = filter.operands.flatMap((operand) => neededFilter(operand, facts) ?? []);
  if (first === undefined || second === undefined) return first ?? null;
  return { ...filter, operands: [first, second, ...others] };
}

function areAll(
  { field, operator, instant }: Extract<Filter, { kind: "date" }>,
  { full, ends }: Known,
): boolean {
  const { oldest = null, latest = null } = ends.get(field) ?? {};
  if (!full.has(field) || oldest === null || latest === null) return false;
  return ARE_ALL[operator](instant, oldest, latest);
}

/** Whether all dates from the oldest to the latest compare so. */
const ARE_ALL: Record<DateOperator, (instant: number, oldest: number, latest: number) => boolean> = {
  eq: (instant, oldest, latest) => oldest === instant && latest === instant,
  ne: (instant, oldest, latest) => instant < oldest || instant > latest,
  gt: (instant, oldest) => oldest > instant,
  ge: (instant, oldest) => oldest >= instant,
  lt: (instant, _, latest) => latest < instant,
  le: (instant, _, latest) => latest <= instant,
};
