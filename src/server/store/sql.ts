import { DuckDBTimestampValue } from "@duckdb/node-api";

export type SqlValue = string | bigint | DuckDBTimestampValue;

/** A fragment of SQL and its bound values, in order; texts among them never become SQL. */
export type Sql = { text: string; values: readonly SqlValue[] };

export function sql(text: string, ...values: SqlValue[]): Sql {
  return { text, values };
}

/** Joins fragments and their values. */
export function joinSql(chunks: readonly Sql[], separator: string): Sql {
  return {
    text: chunks.map(({ text }) => text).join(separator),
    values: chunks.flatMap(({ values }) => values),
  };
}

/**
 * The same with its numbers and instants written out: what DuckDB knows when it plans lets it pass over rows that cannot
 * match, and without bound values a statement takes one step instead of four.
 */
export function withNumbers({ text, values }: Sql): Sql {
  const parts = text.split("?");
  if (parts.length !== values.length + 1) return { text, values };
  const [first = "", ...rest] = parts;
  const written = rest.map((part, place) => `${literal(values[place] as SqlValue)}${part}`);
  return { text: first + written.join(""), values: values.filter((value) => typeof value === "string") };
}

function literal(value: SqlValue): string {
  if (typeof value === "string") return "?";
  return typeof value === "bigint" ? String(value) : `make_timestamp(${value.micros})`;
}

/** An instant (ms since 1970-01-01 UTC) as a DuckDB value, which is in microseconds. */
export function timestamp(instant: number): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(instant) * 1000n);
}

/** A quoted identifier, for column names from files. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal, only for what cannot be bound, such as JSON paths and struct keys. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
