import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAINS, type Grain } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import { type AggregateQuery, rowsOf } from "./cube.ts";
import { derive } from "./derive.ts";
import { canonicalRows } from "./testing/cubes.ts";
import { anyCondition, anyFilter, anyRecords, ask, TEST_FIELDS } from "./testing/naive-ask.ts";

const anyGroupBy = fc
  .shuffledSubarray([...TEST_FIELDS], { minLength: 1 })
  .map(([first = "status", ...rest]) => [first, ...rest] as const);
const anyQuery: fc.Arbitrary<AggregateQuery> = fc.record({
  filter: fc.option(anyFilter),
  groupBy: anyGroupBy,
  level: fc.constantFrom(...GRAINS),
});

function allOf(a: Filter | null, b: Filter | null): Filter | null {
  return a && b ? { kind: "and", operands: [a, b] } : (a ?? b);
}

const created = (operator: "ge" | "lt" | "gt" | "le" | "eq", day: string): Filter => ({
  kind: "date",
  field: "createdDate",
  operator,
  instant: Date.parse(day),
});

const market = (value: string | null): Filter => ({
  kind: "term",
  field: "customerMarket",
  operator: "eq",
  value,
});

const WIDE: AggregateQuery = { filter: null, groupBy: TEST_FIELDS, level: "day" };
const CUBE = ask(
  [
    { status: "Won", customerMarket: "US", createdDate: Date.UTC(2024, 0, 31, 9), wonDate: null },
    { status: null, customerMarket: null, createdDate: Date.UTC(2024, 1, 1), wonDate: null },
    { status: "Won", customerMarket: "", createdDate: null, wonDate: Date.UTC(2024, 1, 9) },
  ],
  WIDE,
);

describe("derive, over random records", () => {
  it("answers as the service would, whenever it answers", () => {
    fc.assert(
      fc.property(anyRecords, anyQuery, anyQuery, fc.boolean(), (records, wide, other, narrower) => {
        const query = narrower ? { ...other, filter: allOf(wide.filter, other.filter) } : other;
        const derived = derive(ask(records, wide), query);
        if (derived) expect(canonicalRows(derived)).toEqual(canonicalRows(ask(records, query)));
      }),
      { numRuns: 1500 },
    );
  });

  it("answers every query for grouped terms and whole days from a daily answer", () => {
    const wholeDays = anyCondition.filter((one) => one.kind !== "date" || /^(ge|lt)$/.test(one.operator));
    const conditions = fc
      .array(wholeDays, { maxLength: 3 })
      .map((list) =>
        list
          .map((one) =>
            one.kind === "date" ? { ...one, instant: one.instant - (one.instant % 86_400_000) } : one,
          )
          .reduce<Filter | null>(allOf, null),
      );
    fc.assert(
      fc.property(anyRecords, fc.option(anyFilter), conditions, anyQuery, (records, filter, extra, asked) => {
        const query = { ...asked, filter: allOf(filter, extra) };
        const derived = derive(ask(records, { ...WIDE, filter }), query);
        expect(derived && canonicalRows(derived)).toEqual(canonicalRows(ask(records, query)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("derive", () => {
  it("carries the query it answers, columns in its order", () => {
    const query: AggregateQuery = { filter: null, groupBy: ["createdDate", "status"], level: "quarter" };
    const derived = derive(CUBE, query);
    expect(derived?.query).toEqual(query);
    expect(derived && rowsOf(derived)).toEqual([
      { keys: ["2024-01-01", "Won"], count: 1 },
      { keys: ["2024-01-01", null], count: 1 },
      { keys: [null, "Won"], count: 1 },
    ]);
  });

  it("lists only values that occur", () => {
    const derived = derive(CUBE, { filter: market(null), groupBy: ["status"], level: "day" });
    expect(derived?.columns.map(({ values }) => values)).toEqual([[null]]);
  });

  it("tells no market from an empty text", () => {
    const counted = (value: string | null): unknown =>
      derive(CUBE, { filter: market(value), groupBy: ["createdDate"], level: "month" })?.counts.length;
    expect([counted(null), counted(""), counted("FR")]).toEqual([1, 1, 0]);
  });

  it.each<[Grain, Grain]>([
    ["week", "month"],
    ["week", "year"],
    ["month", "day"],
    ["month", "week"],
    ["year", "quarter"],
  ])("does not make buckets by %s into buckets by %s", (from, to) => {
    const groupBy = ["createdDate"] as const;
    const cube = ask([], { filter: null, groupBy, level: from });
    expect(derive(cube, { filter: null, groupBy, level: to })).toBeNull();
    expect(derive(cube, { filter: null, groupBy, level: from })).not.toBeNull();
  });

  it("needs no grain where no date is asked for", () => {
    const cube = ask([], { ...WIDE, level: "week" });
    expect(derive(cube, { filter: null, groupBy: ["status"], level: "month" })).not.toBeNull();
  });

  it("cannot answer for a field that is not grouped", () => {
    const cube = ask([{ status: "Won", customerMarket: "US", createdDate: 0, wonDate: 0 }], {
      filter: null,
      groupBy: ["status"],
      level: "day",
    });
    expect(derive(cube, { filter: null, groupBy: ["customerMarket"], level: "day" })).toBeNull();
    expect(derive(cube, { filter: market("US"), groupBy: ["status"], level: "day" })).toBeNull();
  });

  it("cannot answer a wider query", () => {
    const cube = ask([], { ...WIDE, filter: market("US") });
    expect(derive(cube, WIDE)).toBeNull();
    expect(derive(cube, { ...WIDE, filter: market("DE") })).toBeNull();
    expect(
      derive(cube, { ...WIDE, filter: allOf(created("ge", "2024-01-01"), market("US")) }),
    ).not.toBeNull();
  });

  it("answers for a period within its own, and for one of its markets", () => {
    const period = allOf(created("ge", "2024-01-01"), created("lt", "2024-03-01"));
    const markets: Filter = { kind: "or", operands: [market("US"), market("DE")] };
    const cube = ask([], { ...WIDE, filter: allOf(markets, period) });
    const inner = allOf(created("ge", "2024-02-01"), created("lt", "2024-02-10"));
    const outer = allOf(created("ge", "2023-12-31"), created("lt", "2024-02-10"));
    expect(derive(cube, { ...WIDE, filter: allOf(inner, market("US")) })).not.toBeNull();
    expect(derive(cube, { ...WIDE, filter: allOf(outer, market("US")) })).toBeNull();
    expect(derive(cube, { ...WIDE, filter: allOf(inner, market("FR")) })).toBeNull();
  });

  it("cuts between buckets and never through one", () => {
    const months = ask(
      [{ status: null, customerMarket: null, createdDate: Date.UTC(2024, 1, 15), wonDate: null }],
      { filter: null, groupBy: ["createdDate"], level: "month" },
    );
    const from = (day: string, operator: "ge" | "gt" | "lt" = "ge"): number | undefined =>
      derive(months, { filter: created(operator, day), groupBy: ["createdDate"], level: "month" })?.size;
    expect([from("2024-02-01"), from("2024-03-01"), from("2024-03-01", "lt")]).toEqual([1, 0, 1]);
    expect([from("2024-02-02"), from("2024-02-01", "gt"), from("2024-02-15")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("does not mind what a dropped row might hold", () => {
    const filter = allOf(market("FR"), created("eq", "2024-01-31"));
    expect(derive(CUBE, { ...WIDE, filter })?.size).toBe(0);
  });
});
