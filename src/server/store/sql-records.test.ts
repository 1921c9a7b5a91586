import { expect, test } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { filterSql } from "./sql-filter.ts";
import { recordsSql } from "./sql-records.ts";
import { NOTHING_LOADED } from "./table-facts.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const PAGE = { top: 10, skip: 20 };
const NOTHING_ODD = { ...NOTHING_LOADED, records: 100 };

test("finds an unfiltered page by its row numbers", () => {
  const { text, values } = recordsSql(null, PAGE, NOTHING_ODD);
  expect(text).toContain("rowid >= ? AND rowid < ?");
  expect(values).toEqual([20n, 30n]);
});

test("looks for row numbers first, in the columns of the filter alone", () => {
  const { text, values } = recordsSql(filterSql(WON), PAGE, NOTHING_ODD);
  expect(text).toContain("rowid IN (SELECT rowid FROM referrals WHERE status::VARCHAR = ?::VARCHAR LIMIT");
  expect(values).toEqual(["Won", 10n, 20n]);
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

test("looks for absence only in a field that some records have and some have not", () => {
  const facts = { ...NOTHING_ODD, empty: new Set(["wonDate"] as const), full: new Set(["id"] as const) };
  const { text } = recordsSql(null, PAGE, facts);
  expect(text).toContain(`concat('{"id":"', id, '","status":', coalesce(`);
  expect(text).toContain(`,"wonDate":null,"archivedDate":', coalesce(`);
});
