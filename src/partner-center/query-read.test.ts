import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS } from "./fields.ts";
import { printQuery } from "./query-print.ts";
import { InvalidQueryError, readQuery } from "./query-read.ts";
import { anAnalyticsQuery } from "./testing/arbitrary-query.ts";

const EVERYTHING = { kind: "records", query: { filter: null }, page: { top: 10_000, skip: 0 } };

function refusal(search: string): InvalidQueryError {
  try {
    readQuery(search);
  } catch (error) {
    if (error instanceof InvalidQueryError) return error;
    throw error;
  }
  throw new Error(`"${search}" was read`);
}

describe("readQuery", () => {
  test.each(["", "?", "filter=", "filter=%20", "top=10000&skip=0"])("takes '%s' as all records", (search) => {
    expect(readQuery(search)).toEqual(EVERYTHING);
  });

  test("reads names of parameters, fields and levels in any case, and blanks in the list", () => {
    expect(readQuery("?GroupBy=STATUS,%20createddate&AGGREGATIONLEVEL=Month&Top=5&SKIP=7")).toEqual({
      kind: "grouped",
      query: { filter: null, groupBy: ["status", "createdDate"], level: "month" },
      page: { top: 5, skip: 7 },
    });
  });

  test("reads a filter with blanks as plus signs or as %20", () => {
    const filter = { kind: "term", field: "status", operator: "eq", value: "a b" };
    expect(readQuery("filter=status+eq+'a+b'").query).toEqual({ filter });
    expect(readQuery(new URLSearchParams({ filter: "status eq 'a b'" })).query).toEqual({ filter });
  });

  test("groups by day when no level is named", () => {
    expect(readQuery("groupby=createdDate").query).toMatchObject({ level: "day" });
  });

  test.each([
    [
      "orderby=id",
      "orderby",
      '"orderby" is unknown. Valid parameters: filter, groupby, aggregationLevel, top, skip',
    ],
    ["groupby=status&groupBy=id", "groupby", "more than once"],
    ["groupby=status,STATUS", "groupby", "lists status more than once"],
    ["groupby=", "groupby", "groupby is empty"],
    ["groupby=status,,id", "groupby", `"", which is not a field. Valid fields: ${FIELDS.join(", ")}`],
    ["groupby=country", "groupby", '"country", which is not a field'],
    ["aggregationLevel=month", "aggregationLevel", "aggregationLevel requires groupby"],
    ["groupby=wonDate&aggregationLevel=year", "aggregationLevel", 'one of day, week, month, not "year"'],
    ["groupby=wonDate&aggregationLevel=", "aggregationLevel", "one of day, week, month"],
    ["top=10001", "top", 'from 0 to 10000, not "10001"'],
    ["top=-1", "top", 'not "-1"'],
    ["top=1.5", "top", 'not "1.5"'],
    ["top=1e3", "top", 'not "1e3"'],
    ["top=ten", "top", 'not "ten"'],
    ["top=", "top", 'not ""'],
    ["skip=2147483648", "skip", "from 0 to 2147483647"],
    [`skip=${"9".repeat(400)}`, "skip", "999…"],
    ["filter=status%20is%20'x'", "filter", "Invalid filter: Position 7: expected a comparison"],
  ])("refuses %s", (search, parameter, description) => {
    const error = refusal(search);
    expect(error.parameter).toBe(parameter);
    expect(error.description).toContain(description);
  });

  test("reads every query back from its print", () => {
    fc.assert(
      fc.property(anAnalyticsQuery, (query) => {
        expect(readQuery(printQuery(query))).toEqual(query);
      }),
    );
  });

  test("refuses any text with a InvalidQueryError only", () => {
    const name = fc.constantFrom("filter", "groupby", "top", "skip", "aggregationLevel", "x");
    const search = fc
      .array(fc.tuple(name, fc.string()))
      .map((pairs) => new URLSearchParams(pairs).toString());
    fc.assert(
      fc.property(fc.oneof(search, fc.string({ unit: "binary" })), (text) => {
        try {
          expect(readQuery(text)).toHaveProperty("page");
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidQueryError);
        }
      }),
    );
  });
});

describe("printQuery", () => {
  test("prints nothing for the default query", () => {
    expect(printQuery({ kind: "records", query: { filter: null }, page: { top: 10_000, skip: 0 } })).toBe("");
  });

  test("names the level only where a date is grouped", () => {
    const page = { top: 9999, skip: 0 };
    const ask = (groupBy: readonly ["status"] | readonly ["status", "wonDate"]) =>
      printQuery({ kind: "grouped", query: { filter: null, groupBy, level: "month" }, page });
    expect(ask(["status"])).toBe("groupby=status&top=9999");
    expect(ask(["status", "wonDate"])).toBe("groupby=status,wonDate&aggregationLevel=month&top=9999");
  });

  test("encodes blanks, ampersands, plus signs and quotes of a value", () => {
    const filter = { kind: "term", field: "customerName", operator: "eq", value: "A&B + 'C'" } as const;
    expect(printQuery({ kind: "records", query: { filter }, page: { top: 1, skip: 0 } })).toBe(
      "filter=customerName%20eq%20%27A%26B%20%2B%20%27%27C%27%27%27&top=1",
    );
  });
});
