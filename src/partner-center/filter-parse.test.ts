import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS } from "./fields.ts";
import type { Filter } from "./filter.ts";
import { FilterSyntaxError } from "./filter-lexer.ts";
import { printFilter } from "./filter-print.ts";
import { parseFilter } from "./query-read.ts";
import { aFilter } from "./testing/arbitrary-query.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const FROM_2018: Filter = {
  kind: "date",
  field: "createdDate",
  operator: "ge",
  instant: Date.UTC(2018, 0, 1),
};
const US: Filter = { kind: "term", field: "customerMarket", operator: "ne", value: "US" };

function refusal(text: string): FilterSyntaxError {
  try {
    parseFilter(text);
  } catch (error) {
    if (error instanceof FilterSyntaxError) return error;
    throw error;
  }
  throw new Error(`"${text}" was read`);
}

describe("parseFilter reads", () => {
  test.each<[string, Filter]>([
    ["status eq 'Won'", WON],
    ["STATUS EQ 'Won'", WON],
    ["  status\teq\n'Won' ", WON],
    ["status eq'Won'", WON],
    ["((status eq 'Won'))", WON],
    ["createdDate ge cast('2018-01-01',Edm.DateTimeOffset)", FROM_2018],
    ["createddate GE CAST( '2018-01-01T00:00:00Z' , edm.datetimeoffset )", FROM_2018],
    ["createdDate ge '1/1/2018 12:00:00 AM'", FROM_2018],
    ["customerName eq 'O''Neill'", { kind: "term", field: "customerName", operator: "eq", value: "O'Neill" }],
    ["customerName eq ''''", { kind: "term", field: "customerName", operator: "eq", value: "'" }],
    ["customerName eq ''", { kind: "term", field: "customerName", operator: "eq", value: "" }],
    ["customerMarket ne null", { kind: "term", field: "customerMarket", operator: "ne", value: null }],
    ["wonDate eq NULL", { kind: "date-null", field: "wonDate", operator: "eq" }],
    ["contains(customerName,'x''y')", { kind: "contains", field: "customerName", value: "x'y" }],
    ["Contains ( CUSTOMERNAME , 'x' )", { kind: "contains", field: "customerName", value: "x" }],
  ])("%s", (text, expected) => {
    expect(parseFilter(text)).toEqual(expected);
  });

  test("and before or, on either side", () => {
    const [won, from, us] = [WON, FROM_2018, US].map(printFilter);
    const both: Filter = { kind: "and", operands: [FROM_2018, US] };
    expect(parseFilter(`${won} or ${from} and ${us}`)).toEqual({ kind: "or", operands: [WON, both] });
    expect(parseFilter(`${from} AND ${us} OR ${won}`)).toEqual({ kind: "or", operands: [both, WON] });
  });

  test("a row of the same word as one node, and parentheses as a node inside it", () => {
    const [won, from, us] = [WON, FROM_2018, US].map(printFilter);
    expect(parseFilter(`${won} and ${from} and ${us}`)).toEqual({
      kind: "and",
      operands: [WON, FROM_2018, US],
    });
    expect(parseFilter(`${won} and (${from} and ${us})`)).toEqual({
      kind: "and",
      operands: [WON, { kind: "and", operands: [FROM_2018, US] }],
    });
  });

  test("every tree back from its print", () => {
    fc.assert(
      fc.property(aFilter, (filter) => {
        const text = printFilter(filter);
        fc.pre(text.length <= 16_000);
        expect(parseFilter(text)).toEqual(filter);
      }),
      { numRuns: 500 },
    );
  });
});

describe("parseFilter refuses", () => {
  test.each([
    ["status is 'Won'", 7, 'expected a comparison (eq, ne, gt, ge, lt, le) but found "is"'],
    ["status", 6, "expected a comparison (eq, ne, gt, ge, lt, le) but found the end"],
    ["status eq 'O''Neill", 10, "unclosed quote that began at position 10"],
    ["status eq 'Won' and", 19, `expected a field (${FIELDS.join(", ")}) but found the end`],
    ["country eq 'US'", 0, `expected a field (${FIELDS.join(", ")}) but found "country"`],
    ["status gt 'Won'", 7, 'status is a text: expected eq or ne but found "gt"'],
    ["wonDate gt null", 8, 'null has no order: expected eq or ne before it but found "gt"'],
    ["status eq Won", 10, 'expected a text in single quotes or null but found "Won"'],
    ["id eq 112310", 6, 'expected a text in single quotes or null but found "112310"'],
    ["(status eq 'Won'", 16, 'expected "and", "or" or the ")" that closes position 0 but found the end'],
    ["status eq 'Won')", 15, 'expected "and", "or" or the end but found ")"'],
    ["status eq 'Won' 'Lost'", 16, 'expected "and", "or" or the end but found the text \'Lost\''],
    ["contains(wonDate,'2018')", 9, "contains needs a text field"],
    ["contains(status,null)", 16, 'expected a text in single quotes but found "null"'],
    ["wonDate ge '2018-02-31'", 11, "'2018-02-31' is no date of the calendar"],
    ["wonDate ge '0001-01-01'", 11, "'0001-01-01' stands for no date: compare with null instead"],
    ["wonDate ge 2018-02-03", 11, "expected a date such as '2018-02-04'"],
    ["wonDate ge cast('2018-02-03',Edm.Date)", 29, 'expected Edm.DateTimeOffset but found "Edm.Date"'],
    ["", 0, "expected a field"],
    ["status eq 'Won' # 1", 16, 'expected "and", "or" or the end but found "#"'],
  ])("%s", (text, position, reason) => {
    const error = refusal(text);
    expect(error.position).toBe(position);
    expect(error.message).toContain(`Position ${position}: ${reason}`);
  });

  test("SQL behind a value", () => {
    expect(refusal("status eq 'x'; DROP TABLE referrals").position).toBe(13);
  });

  test("a text over 16,000 characters, and takes one of exactly so many", () => {
    const filler = (length: number) => `status eq '${"x".repeat(length - 12)}'`;
    expect(parseFilter(filler(16_000))).toMatchObject({ field: "status" });
    expect(refusal(filler(16_001)).message).toContain("16001 characters, at most 16000");
  });

  test("more than 64 nested parentheses, and 3,000 of them without harm", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}status eq 'Won'${")".repeat(depth)}`;
    expect(parseFilter(nested(64))).toEqual(WON);
    expect(refusal(nested(65))).toMatchObject({ position: 64 });
    expect(refusal(nested(3000)).message).toContain("nested more than 64 deep");
  });

  test("anything else only ever with a FilterSyntaxError inside the text", () => {
    const words = fc.constantFrom(
      "status",
      "eq",
      "'",
      "('",
      "(",
      ")",
      "and",
      "cast",
      ",",
      "null",
      "wonDate",
      "ge",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (input) => {
        try {
          expect(parseFilter(input)).toHaveProperty("kind");
        } catch (error) {
          expect(error).toBeInstanceOf(FilterSyntaxError);
          expect((error as FilterSyntaxError).position).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
