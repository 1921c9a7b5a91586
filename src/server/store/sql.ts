import { DuckDBTimestampValue } from "@duckdb/node-api";

export type SqlValue = string | bigint | DuckDBTimestampValue;

/** A fragment of SQL and its bound values, in order; values never become text. */
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
