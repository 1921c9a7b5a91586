import { quoteText } from "./sql.ts";

/** A segment of JSON text: constant, or a non-NULL expression. */
type Part = { constant: string } | { expression: string };

/** A member of a JSON object: its name and the segments of its value. */
export type Member = { name: string; value: readonly Part[] };

/** A JSON object as text. Concatenation takes half the time of DuckDB's to_json. */
export function objectText(members: readonly Member[]): string {
  const parts = members.flatMap(({ name, value }, index) => [
    { constant: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:` },
    ...value,
  ]);
  const expressions = merged([...parts, { constant: "}" }]).map((part) =>
    "constant" in part ? quoteText(part.constant) : part.expression,
  );
  return `concat(${expressions.join(", ")})`;
}

/** Merges adjacent constants: each argument costs time per row. */
function merged(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && "constant" in last && "constant" in part)
      joined[joined.length - 1] = { constant: last.constant + part.constant };
    else joined.push(part);
  }
  return joined;
}

/** A value that is always null. */
export const NULL_VALUE: readonly Part[] = [{ constant: "null" }];

/** JSON text that is never NULL. */
export function jsonValue(expression: string): readonly Part[] {
  return [{ expression }];
}

/** Text that needs no escaping and is never NULL. */
export function plainValue(expression: string): readonly Part[] {
  return [{ constant: '"' }, { expression }, { constant: '"' }];
}

/** Text as JSON, escaped by DuckDB; NULL becomes null. */
export function escapedText(value: string): string {
  return orNull(`to_json(${value})::VARCHAR`);
}

/** Text as JSON that needs no escaping; NULL stays NULL. */
export function quotedText(value: string): string {
  return `'"' || ${value} || '"'`;
}

/** JSON text; NULL becomes null. */
export function orNull(json: string): string {
  return `coalesce(${json}, 'null')`;
}

/** JSON texts joined by commas, ordered by `place`, as UTF-8 bytes that are sent without conversion. */
export function listBytes(text: string): string {
  return `encode(string_agg(${text}, ',' ORDER BY place))`;
}
