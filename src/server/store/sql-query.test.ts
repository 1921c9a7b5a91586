import { expect, test } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { groupedSql, recordsSql, type TableFacts } from "./sql-query.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const PAGE = { top: 10, skip: 20 };

test("groups by the stored month", () => {
  const { text } = groupedSql({ filter: null, groupBy: ["status", "createdDate"], level: "month" }, PAGE);
  expect(text).toContain("SELECT status AS k0, createdDateMonth AS k1, count(*) AS n");
  expect(text).toContain("ORDER BY k0 NULLS LAST, k1 NULLS LAST");
});

test("binds the places of the page before the values of the filter, as they stand", () => {
  const { values } = groupedSql({ filter: WON, groupBy: ["status"], level: "day" }, PAGE);
  expect(values).toEqual([20n, 30n, "Won"]);
});

const NOTHING_ODD: TableFacts = {
  records: 100,
  escaped: new Set(),
  unreadable: new Set(),
  fractional: new Set(),
};

test("finds an unfiltered page by its row numbers, and counts nothing", () => {
  const { text, values } = recordsSql(null, PAGE, NOTHING_ODD);
  expect(text).not.toContain("count(*)");
  expect(values).toEqual([20n, 30n, 100n]);
});

test("looks for row numbers first, in the columns of the filter alone, and counts by the same filter", () => {
  const { text, values } = recordsSql(WON, PAGE, NOTHING_ODD);
  expect(text).toContain("rowid IN (SELECT rowid FROM referrals WHERE status::VARCHAR = ?::VARCHAR LIMIT");
  expect(values).toEqual(["Won", 10n, 20n, "Won"]);
});

test("shows the text of a date only where a field has texts that nobody can read", () => {
  expect(recordsSql(null, PAGE, NOTHING_ODD).text).not.toContain("wonDateText");
  const { text } = recordsSql(null, PAGE, { ...NOTHING_ODD, unreadable: new Set(["wonDate"] as const) });
  expect(text).toContain("wonDateText");
  expect(text).not.toContain("lostDateText");
});

test("looks for milliseconds only where a field has some", () => {
  expect(recordsSql(null, PAGE, NOTHING_ODD).text).not.toContain("epoch_us");
  const { text } = recordsSql(null, PAGE, { ...NOTHING_ODD, fractional: new Set(["wonDate"] as const) });
  expect(text).toContain("epoch_us(wonDate)");
  expect(text).not.toContain("epoch_us(lostDate)");
});

test("escapes texts only of a field where some need it", () => {
  expect(recordsSql(null, PAGE, NOTHING_ODD).text).not.toContain("to_json");
  const { text } = recordsSql(null, PAGE, { ...NOTHING_ODD, escaped: new Set(["customerName"] as const) });
  expect(text).toContain("to_json(customerName)");
  expect(text).not.toContain("to_json(id)");
});
