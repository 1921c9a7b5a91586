import { expect, test } from "vitest";
import { resolveSelection } from "#dashboard/context/resolved-selection.ts";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import type { OutcomeCountsResult } from "#queries/use-outcome-counts.ts";
import { DEFAULT_SELECTION, type Selection } from "#selection/selection.ts";
import { headlineQueriesOf, headlineRows } from "./headline-model.ts";

const NOW = Date.UTC(2024, 11, 20);

function viewDataOf(part: Partial<Selection>, first = "2022-01-01"): ViewData {
  const resolved = resolveSelection({ ...DEFAULT_SELECTION, ...part }, "2024-12-01", "2024-12-20");
  const months = { first, last: "2024-12-01" };
  const dataset = { total: 1, undated: 0, months, implausible: [], markets: [] };
  return { dataset, resolved, dataTime: NOW };
}

const result = (counts: Readonly<Record<string, number>>): OutcomeCountsResult => ({
  rows: Object.entries(counts).map(([day, count]) => ({
    keys: [day],
    outcome: "won",
    acknowledged: true,
    accepted: true,
    count,
  })),
  completeness: [],
  queries: [],
});

const YEAR = { from: "2023-01-01", to: "2023-12-31" };

test("two whole months are one query, divided by month", () => {
  const queries = headlineQueriesOf(viewDataOf(YEAR), DEFAULT_SELECTION);
  expect(queries).toMatchObject({ now: { fields: ["createdDate"], level: "month" }, before: null });
  if (!queries) throw new Error("There is a month.");
  const { rows, before } = headlineRows(queries, result({ "2023-12-01": 7, "2023-11-01": 5 }), null);
  expect([rows.map(({ count }) => count), before]).toEqual([[7], 5]);
  expect(headlineRows(queries, result({ "2023-11-01": 5 }), null)).toEqual({ rows: [], before: 5 });
  expect(headlineRows(queries, result({ "2023-12-01": 7 }), null).before).toBe(0);
});

test("a running month and the same days before are two queries", () => {
  const queries = headlineQueriesOf(viewDataOf({}), DEFAULT_SELECTION);
  expect(queries).toMatchObject({ month: { kind: "running" }, now: { fields: [] }, before: { fields: [] } });
  if (!queries) throw new Error("There is a month.");
  const [now, before] = [result({ a: 4, b: 2 }), result({ a: 3 })];
  expect(headlineRows(queries, now, before)).toEqual({ rows: now.rows, before: 3 });
});

test("a month at which the data begins is compared with none", () => {
  const queries = headlineQueriesOf(viewDataOf(YEAR, "2023-12-01"), DEFAULT_SELECTION);
  expect(queries).toMatchObject({ hasBefore: false, now: { fields: [] }, before: null });
  if (!queries) throw new Error("There is a month.");
  expect(headlineRows(queries, result({ a: 4 }), null)).toMatchObject({ before: null });
});

test("months that would differ in age are not compared, and a period to come has no month", () => {
  const won: Partial<Selection> = { ...YEAR, outcomes: ["won"] };
  expect(headlineQueriesOf(viewDataOf(won), DEFAULT_SELECTION)?.hasBefore).toBe(false);
  expect(headlineQueriesOf(viewDataOf(won), { judged: "today" })?.hasBefore).toBe(true);
  expect(
    headlineQueriesOf(viewDataOf({ from: "2030-01-01", to: "2030-12-31" }), DEFAULT_SELECTION),
  ).toBeNull();
});
