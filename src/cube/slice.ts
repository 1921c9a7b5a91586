import { bucketEnd, DAY_MS, type Day, type Grain, instantOfDay } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { pick, type Table } from "./table.ts";

type Condition = Exclude<Filter, { operands: unknown }>;

// Ordered so that `and` is the minimum and `or` the maximum. A bucket is unsure when only some of its referrals pass,
// or when the result cannot tell.
const FAILS = 0;
const UNSURE = 1;
const PASSES = 2;
type Verdict = typeof FAILS | typeof UNSURE | typeof PASSES;

/**
 * The rows whose referrals pass all conditions, with null as documented at `Filter`; null when a row may mix passing
 * and failing referrals.
 * @param level bucket width of the date columns
 */
export function rowsPassing(table: Table, conditions: readonly Filter[], level: Grain): Uint32Array | null {
  const verdicts = judgeAll(table, conditions, level);
  return verdicts.includes(UNSURE) ? null : passingRows(verdicts);
}

/** Conditions of the same field are judged together, once per distinct value, so that rows are visited only once. */
function judgeAll(table: Table, filters: readonly Filter[], level: Grain): Uint8Array {
  const simple = filters.filter(isCondition);
  const fields = [...new Set(simple.map(({ field }) => field))];
  const ofFields = fields.map((name) =>
    judgeField(
      table,
      simple.filter(({ field }) => field === name),
      level,
    ),
  );
  const others = filters.filter((filter) => !isCondition(filter)).map((one) => judge(table, one, level));
  const [first = new Uint8Array(table.size).fill(PASSES), ...rest] = [...ofFields, ...others];
  return rest.reduce(both, first);
}

function isCondition(filter: Filter): filter is Condition {
  return !("operands" in filter);
}

/** These rows and columns of a table; dictionaries are kept whole. */
export function takeRows(table: Table, rows: Uint32Array, fields: readonly Field[]): Table {
  const counts = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) counts[at] = table.counts[rows[at] as number] as number;
  const columns = table.columns.filter(({ field }) => fields.includes(field));
  return { size: rows.length, counts, columns: columns.map((column) => pick(column, rows)) };
}

function passingRows(verdicts: Uint8Array): Uint32Array {
  const rows = new Uint32Array(verdicts.length);
  let passing = 0;
  for (let row = 0; row < verdicts.length; row++) if (verdicts[row] === PASSES) rows[passing++] = row;
  return rows.subarray(0, passing);
}

function judge(table: Table, filter: Filter, level: Grain): Uint8Array {
  if (isCondition(filter)) return judgeField(table, [filter], level);
  if (filter.kind === "and") return judgeAll(table, filter.operands, level);
  return filter.operands.map((operand) => judge(table, operand, level)).reduce(either);
}

/** @param conditions all of one field */
function judgeField(table: Table, conditions: readonly Condition[], level: Grain): Uint8Array {
  const verdicts = new Uint8Array(table.size).fill(UNSURE);
  const column = table.columns.find(({ field }) => field === conditions[0]?.field);
  if (column === undefined) return verdicts;
  const ofValue = conditions
    .map((condition): Uint8Array => Uint8Array.from(verdictsOf(condition, column.values, level)))
    .reduce(both);
  for (let row = 0; row < verdicts.length; row++)
    verdicts[row] = ofValue[column.codes[row] as number] as number;
  return verdicts;
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let at = 0; at < a.length; at++) if ((b[at] as number) < (a[at] as number)) a[at] = b[at] as number;
  return a;
}

function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  for (let at = 0; at < a.length; at++) if ((b[at] as number) > (a[at] as number)) a[at] = b[at] as number;
  return a;
}

/** A verdict per dictionary value. */
function verdictsOf(
  condition: Condition,
  values: readonly (string | null)[],
  level: Grain,
): readonly Verdict[] {
  if (condition.kind !== "date") return values.map((value) => sure(holds(condition, value)));
  const { operator, instant } = condition;
  return bucketsOf(values, level).map((bucket) =>
    bucket === null ? sure(operator === "ne") : bucketVerdict(operator, instant, bucket),
  );
}

function holds(condition: Exclude<Condition, { kind: "date" }>, value: string | null): boolean {
  switch (condition.kind) {
    case "term":
      return (value === condition.value) === (condition.operator === "eq");
    case "contains":
      return value?.includes(condition.value) ?? false;
    case "date-null":
      return (value === null) === (condition.operator === "eq");
  }
}

/** First and last instant of a bucket, in ms since 1970 UTC. */
type Span = { first: number; last: number };
type Spans = readonly (Span | null)[];

// Slices share dictionaries, and parsing their days is most of the work.
const known = new WeakMap<readonly (string | null)[], Map<Grain, Spans>>();

function bucketsOf(values: readonly (string | null)[], level: Grain): Spans {
  const ofValues = known.get(values) ?? new Map<Grain, Spans>();
  known.set(values, ofValues);
  const spans = ofValues.get(level) ?? values.map((value) => (value === null ? null : spanOf(value, level)));
  ofValues.set(level, spans);
  return spans;
}

function spanOf(day: Day, level: Grain): Span {
  return { first: instantOfDay(day), last: instantOfDay(bucketEnd(day, level)) + DAY_MS - 1 };
}

function bucketVerdict(operator: DateOperator, instant: number, bucket: Span): Verdict {
  if (operator === "eq" || operator === "ne")
    return instant < bucket.first || instant > bucket.last ? sure(operator === "ne") : UNSURE;
  const first = compares(operator, bucket.first, instant);
  return first === compares(operator, bucket.last, instant) ? sure(first) : UNSURE;
}

function compares(operator: "gt" | "ge" | "lt" | "le", left: number, right: number): boolean {
  if (left === right) return operator === "ge" || operator === "le";
  return left < right === (operator === "lt" || operator === "le");
}

function sure(passes: boolean): Verdict {
  return passes ? PASSES : FAILS;
}
