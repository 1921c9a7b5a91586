import type { DateField, TermField } from "./fields.ts";

export const DATE_OPERATORS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
export type DateOperator = (typeof DATE_OPERATORS)[number];

/**
 * A filter as a tree. `and` and `or` hold two operands or more; a nested node of the same kind stays nested
 * (it was in parentheses). Null compares as in OData, with two values: `x eq null` and `x ne null` ask for
 * absence and presence, `x ne 'US'` holds where x is null, and no order comparison or `contains` holds there.
 * Instants are whole milliseconds since 1970-01-01 UTC. Texts compare exactly, `contains` too.
 */
export type Filter =
  | { kind: "term"; field: TermField; operator: "eq" | "ne"; value: string | null }
  | { kind: "contains"; field: TermField; value: string }
  | { kind: "date"; field: DateField; operator: DateOperator; instant: number }
  | { kind: "date-null"; field: DateField; operator: "eq" | "ne" }
  | { kind: "and" | "or"; operands: readonly [Filter, Filter, ...Filter[]] };
