import { expect, test } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { countSql, groupedSql, recordsSql } from "./sql-query.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const PAGE = { top: 10, skip: 20 };

test("groups by the stored month", () => {
  const { text } = groupedSql({ filter: null, groupBy: ["status", "createdDate"], level: "month" }, PAGE);
  expect(text).toContain("SELECT status AS k0, createdDateMonth AS k1, count(*) AS n");
  expect(text).toContain("ORDER BY k0 NULLS LAST, k1 NULLS LAST LIMIT ? OFFSET ?");
});

test("binds the values of the filter before those of the page", () => {
  const { values } = groupedSql({ filter: WON, groupBy: ["status"], level: "day" }, PAGE);
  expect(values).toEqual(["Won", 10n, 20n]);
});

test("a page of all records is a range of row numbers", () => {
  const { text, values } = recordsSql(null, PAGE, new Set());
  expect(text).toContain("WHERE rowid >= ? AND rowid < ?");
  expect(values).toEqual([20n, 30n]);
});

test("looks for row numbers first where there is a filter", () => {
  const { text, values } = recordsSql(WON, PAGE, new Set());
  expect(text).toContain("WHERE rowid IN (SELECT rowid FROM referrals WHERE status::VARCHAR = ?::VARCHAR");
  expect(values).toEqual(["Won", 10n, 20n]);
});

test("shows the text of a date only where a field has texts that nobody can read", () => {
  expect(recordsSql(null, PAGE, new Set()).text).not.toContain("wonDateText");
  const { text } = recordsSql(null, PAGE, new Set(["wonDate"] as const));
  expect(text).toContain("wonDateText");
  expect(text).not.toContain("lostDateText");
});

test("counts what passes the filter", () => {
  expect(countSql(WON)).toEqual({
    text: "SELECT count(*) FROM referrals WHERE status::VARCHAR = ?::VARCHAR",
    values: ["Won"],
  });
});
