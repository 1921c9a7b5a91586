import { expect, test } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { filterSql } from "./sql-filter.ts";
import { groupedSql } from "./sql-grouped.ts";

const WON: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
const PAGE = { top: 10, skip: 20 };

test("groups by the stored month", () => {
  const { text } = groupedSql(
    { filter: null, groupBy: ["status", "createdDate"], level: "month" },
    filterSql(null),
    PAGE,
    { enums: new Map([["status", ["Won"]]]) },
  );
  expect(text).toContain("SELECT status AS k0, createdDateMonth AS k1, count(*)");
  expect(text).toContain("enum_code(k0)");
  expect(text).toContain("ORDER BY k0 NULLS LAST, k1 NULLS LAST");
});

test("binds the values of the filter, as they stand, before the places of the page", () => {
  const byStatus = { filter: WON, groupBy: ["status"], level: "day" } as const;
  const { values } = groupedSql(byStatus, filterSql(WON), PAGE, { enums: new Map() });
  expect(values).toEqual(["Won", 10n, 20n]);
});
