import type { DateField, TermField } from "./fields.ts";

export const DATE_OPERATORS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
export type DateOperator = (typeof DATE_OPERATORS)[number];

/**
 * A filter as a tree. `and` and `or` have two operands or more; nested nodes of the same kind stay nested (they were in
 * parentheses). Null compares as in OData, with two values: `x eq null` and `x ne null` test for absence and presence,
 * `x ne 'US'` is true where x is null, order comparisons and `contains` are false there. Instants are whole ms since
 * 1970-01-01 UTC. Texts compare exactly, in `contains` too.
 */
export type Filter =
  | { kind: "term"; field: TermField; operator: "eq" | "ne"; value: string | null }
  | { kind: "contains"; field: TermField; value: string }
  | { kind: "date"; field: DateField; operator: DateOperator; instant: number }
  | { kind: "date-null"; field: DateField; operator: "eq" | "ne" }
  | { kind: "and" | "or"; operands: readonly [Filter, Filter, ...Filter[]] };
