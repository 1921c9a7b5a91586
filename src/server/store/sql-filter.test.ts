import fc from "fast-check";
import { expect, test } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { timestamp } from "./sql.ts";
import { filterSql } from "./sql-filter.ts";
import { filter } from "./testing/arbitraries.ts";

test("no filter lets everything pass", () => {
  expect(filterSql(null)).toEqual({ text: "true", values: [] });
});

test("a term that is not a value may be absent", () => {
  expect(filterSql({ kind: "term", field: "status", operator: "ne", value: "Won" })).toEqual({
    text: "(status IS NULL OR status::VARCHAR <> ?::VARCHAR)",
    values: ["Won"],
  });
});

test("null asks for absence", () => {
  expect(filterSql({ kind: "term", field: "status", operator: "eq", value: null }).text).toBe(
    "status IS NULL",
  );
  expect(filterSql({ kind: "date-null", field: "wonDate", operator: "ne" }).text).toBe("wonDate IS NOT NULL");
});

test("a branch stands in brackets, its values in order", () => {
  const won: Filter = { kind: "term", field: "status", operator: "eq", value: "Won" };
  const since: Filter = { kind: "date", field: "wonDate", operator: "ge", instant: 1000 };
  const named: Filter = { kind: "contains", field: "customerName", value: "o" };
  const either: Filter = { kind: "or", operands: [since, named] };
  expect(filterSql({ kind: "and", operands: [won, either] })).toEqual({
    text:
      "(status::VARCHAR = ?::VARCHAR AND (wonDate >= ?::TIMESTAMP OR " +
      "contains(customerName::VARCHAR, ?::VARCHAR)))",
    values: ["Won", timestamp(1000), "o"],
  });
});

/** The same tree with other values. */
function withOtherValues(tree: Filter): Filter {
  if ("operands" in tree) {
    const [first, second, ...rest] = tree.operands;
    const others = rest.map(withOtherValues);
    return { ...tree, operands: [withOtherValues(first), withOtherValues(second), ...others] };
  }
  if (tree.kind === "date") return { ...tree, instant: tree.instant + 1 };
  if (tree.kind === "contains") return { ...tree, value: `${tree.value}'; --` };
  if (tree.kind === "date-null" || tree.value === null) return tree;
  return { ...tree, value: `${tree.value}'; --` };
}

test("the text depends on the shape of the tree alone, never on a value", () => {
  fc.assert(
    fc.property(filter, (tree) => {
      const { text, values } = filterSql(tree);
      expect(filterSql(withOtherValues(tree)).text).toBe(text);
      expect(text.split("?").length - 1).toBe(values.length);
    }),
  );
});
