import fc from "fast-check";
import { bucketStart } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import { DATE_OPERATORS, type Filter } from "#partner-center/filter.ts";
import type { AggregateQuery, Cube, CubeRow } from "../cube.ts";
import { cubeOf } from "./cubes.ts";

/** A referral with four of its fields, dates as instants in ms (UTC). */
export type TestRecord = {
  status: string | null;
  customerMarket: string | null;
  createdDate: number | null;
  wonDate: number | null;
};

export const TEST_FIELDS = ["status", "customerMarket", "createdDate", "wonDate"] as const;

const text = fc.constantFrom(null, "", "Won", "won", "US", "__proto__", "constructor", "🦊", "\u{10ffff}");
const date = fc.option(fc.integer({ min: Date.UTC(2023, 10, 20), max: Date.UTC(2024, 4, 12) }));

export const anyRecords = fc.array(
  fc.record({ status: text, customerMarket: text, createdDate: date, wonDate: date }),
  { maxLength: 60 },
);

export const anyCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant("term" as const),
    field: fc.constantFrom("status" as const, "customerMarket" as const),
    operator: fc.constantFrom("eq" as const, "ne" as const),
    value: text,
  }),
  fc.record({
    kind: fc.constant("contains" as const),
    field: fc.constantFrom("status" as const, "customerMarket" as const),
    value: fc.constantFrom("", "o", "_", "🦊"),
  }),
  fc.record({
    kind: fc.constant("date-null" as const),
    field: fc.constantFrom("createdDate" as const, "wonDate" as const),
    operator: fc.constantFrom("eq" as const, "ne" as const),
  }),
  fc.record({
    kind: fc.constant("date" as const),
    field: fc.constantFrom("createdDate" as const, "wonDate" as const),
    operator: fc.constantFrom(...DATE_OPERATORS),
    instant: fc.oneof(
      fc.integer({ min: -60, max: 150 }).map((day) => Date.UTC(2024, 0, 1 + day)),
      fc.integer({ min: Date.UTC(2023, 10, 20), max: Date.UTC(2024, 4, 12) }),
    ),
  }),
);

export const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    anyCondition,
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), tie("filter"), tie("filter"))
      .map(([kind, a, b]) => ({ kind, operands: [a, b] as const })),
  ),
})).filter;

type Order = Record<"gt" | "ge" | "lt" | "le", (a: number, b: number) => boolean>;
const ORDER: Order = {
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

/** Whether a record passes a filter, implemented straight from the docstring of `Filter`. */
export function passes(record: TestRecord, filter: Filter | null): boolean {
  if (filter === null) return true;
  if ("operands" in filter) {
    const verdicts = filter.operands.map((operand) => passes(record, operand));
    return filter.kind === "and" ? !verdicts.includes(false) : verdicts.includes(true);
  }
  const value = record[filter.field as keyof TestRecord];
  if (filter.kind === "contains") return typeof value === "string" && value.includes(filter.value);
  const other = filter.kind === "term" ? filter.value : filter.kind === "date" ? filter.instant : null;
  if (filter.operator === "eq") return value === other;
  if (filter.operator === "ne") return value !== other;
  return typeof value === "number" && ORDER[filter.operator](value, Number(other));
}

function keyOf(record: TestRecord, field: Field, query: AggregateQuery): string | null {
  const value = record[field as keyof TestRecord];
  if (typeof value !== "number") return value;
  return bucketStart(new Date(value).toISOString().slice(0, 10), query.level);
}

/** The result of a query by counting all records. */
export function ask(records: readonly TestRecord[], query: AggregateQuery): Cube {
  const buckets = new Map<string, CubeRow>();
  for (const record of records.filter((candidate) => passes(candidate, query.filter))) {
    const keys = query.groupBy.map((field) => keyOf(record, field, query));
    const name = JSON.stringify(keys);
    buckets.set(name, { keys, count: (buckets.get(name)?.count ?? 0) + 1 });
  }
  return cubeOf(query, [...buckets.values()]);
}
