import { describe, expect, test } from "vitest";
import type { Filter } from "./filter.ts";
import { allOf, anyOf, daysWithin, termIs } from "./filter-build.ts";
import { printFilter } from "./filter-print.ts";
import { parseFilter } from "./query-read.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const IN_US: Filter = { kind: "term", field: "customerMarket", operator: "eq", value: "US" };

describe("allOf", () => {
  test("restricts nothing when nothing is asked", () => {
    expect(allOf([])).toBeNull();
    expect(allOf([null, null])).toBeNull();
  });

  test("leaves a single filter as it is", () => {
    expect(allOf([null, WON])).toBe(WON);
  });

  test("takes the top level of an inner and apart, but no or", () => {
    const either = anyOf([WON, IN_US]);
    const march = daysWithin("createdDate", "2018-03-01", "2018-03-31");
    expect(allOf([march, either, WON])).toMatchObject({ kind: "and", operands: { length: 4 } });
  });
});

test("anyOf takes the top level of an inner or apart", () => {
  expect(anyOf([anyOf([WON, IN_US]), WON])).toEqual({ kind: "or", operands: [WON, IN_US, WON] });
});

describe("termIs", () => {
  test("restricts nothing without values", () => {
    expect(termIs("status", [])).toBeNull();
  });

  test("asks for any of several values, and null for absence", () => {
    expect(termIs("status", ["Won"])).toEqual(WON);
    expect(termIs("customerMarket", ["US", null])).toEqual({
      kind: "or",
      operands: [IN_US, { ...IN_US, value: null }],
    });
  });
});

describe("daysWithin", () => {
  test("reaches from the first instant of the first day to before the day after the last", () => {
    expect(printFilter(daysWithin("wonDate", "2018-02-28", "2018-02-28"))).toBe(
      "wonDate ge cast('2018-02-28',Edm.DateTimeOffset) and wonDate lt cast('2018-03-01',Edm.DateTimeOffset)",
    );
  });

  test.each([
    ["0001-01-01", "9999-12-31"],
    ["0000-02-01", "0001-01-31"],
    ["0000-02-01", "0000-12-31"],
  ])("from %s to %s can be read back", (from, to) => {
    const filter = daysWithin("wonDate", from, to);
    expect(parseFilter(printFilter(filter))).toEqual(filter);
  });

  test("throws for a day that the calendar lacks", () => {
    expect(() => daysWithin("wonDate", "2018-02-30", "2018-03-01")).toThrow(RangeError);
  });
});
