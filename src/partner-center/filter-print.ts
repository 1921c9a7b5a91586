import type { Filter } from "./filter.ts";
import { printInstant } from "./instant.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The documented form of a date literal; midnight is written as its day alone, as in the documentation. */
function dateLiteral(instant: number): string {
  return `cast('${printInstant(instant).replace(/T00:00:00$/, "")}',Edm.DateTimeOffset)`;
}

/** Parentheses keep a nested node of the same kind nested, and an `or` inside an `and` together. */
function operand(child: Filter, parent: "and" | "or"): string {
  const bare = (child.kind !== "and" && child.kind !== "or") || (child.kind === "and" && parent === "or");
  return bare ? printFilter(child) : `(${printFilter(child)})`;
}

/**
 * Prints a filter in the grammar of the service, not yet encoded for an address. `parseFilter` reads it back as the
 * same tree, for instants of the years 1 to 9999 after 0001-01-01, which stands for "never".
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
