import { DuckDBTimestampValue } from "@duckdb/node-api";

export type SqlValue = string | bigint | DuckDBTimestampValue;

/** A piece of SQL and the values of its query marks, in order; a value never becomes text. */
export type Sql = { text: string; values: readonly SqlValue[] };

export function sql(text: string, ...values: SqlValue[]): Sql {
  return { text, values };
}

/** Joins pieces with a separator; their values follow in the same order. */
export function joinSql(chunks: readonly Sql[], separator: string): Sql {
  return {
    text: chunks.map(({ text }) => text).join(separator),
    values: chunks.flatMap(({ values }) => values),
  };
}

/** An instant (ms since 1970-01-01 UTC) as a value of the engine, which counts microseconds. */
export function timestamp(instant: number): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(instant) * 1000n);
}

/** A name in quotes: for columns of a file, whose names are not ours. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal: only for what a statement cannot take as a value, such as JSON paths and struct keys. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
