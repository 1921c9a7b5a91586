import type { Filter } from "./filter.ts";
import { printInstant } from "./instant.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The documented form of a date literal; midnight is written as a plain day, as in the documentation. */
function dateLiteral(instant: number): string {
  return `cast('${printInstant(instant).replace(/T00:00:00$/, "")}',Edm.DateTimeOffset)`;
}

/** Parentheses keep nested nodes of the same kind, and an `or` inside an `and`. */
function operand(child: Filter, parent: "and" | "or"): string {
  const bare = (child.kind !== "and" && child.kind !== "or") || (child.kind === "and" && parent === "or");
  return bare ? printFilter(child) : `(${printFilter(child)})`;
}

/**
 * Prints a filter in the service's grammar, not URL-encoded. `parseFilter` restores the same tree, for instants of the
 * years 1 to 9999 after 0001-01-01, which means "never".
 */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "term":
      return `${filter.field} ${filter.operator} ${filter.value === null ? "null" : quoted(filter.value)}`;
    case "contains":
      return `contains(${filter.field},${quoted(filter.value)})`;
    case "date":
      return `${filter.field} ${filter.operator} ${dateLiteral(filter.instant)}`;
    case "date-null":
      return `${filter.field} ${filter.operator} null`;
    case "and":
    case "or": {
      const { kind, operands } = filter;
      return operands.map((child) => operand(child, kind)).join(` ${kind} `);
    }
  }
}
