import { quoteText } from "./sql.ts";

/** A stretch of a JSON text: always the same, or an expression for it, which is never NULL. */
type Part = { constant: string } | { expression: string };

/** A member of a JSON object: its name, and what its value is put together from. */
export type Member = { name: string; value: readonly Part[] };

/** A JSON object as text. Put together by hand it takes half the time of the engine's own struct to JSON. */
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

/** Neighbouring constants as one: each argument costs time for each row. */
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

/** A value that nothing has. */
export const NULL_VALUE: readonly Part[] = [{ constant: "null" }];

/** JSON text that is never NULL. */
export function jsonValue(expression: string): readonly Part[] {
  return [{ expression }];
}

/** A text in which nothing needs escaping, and which is never NULL. */
export function plainValue(expression: string): readonly Part[] {
  return [{ constant: '"' }, { expression }, { constant: '"' }];
}

/** A text as JSON, escaped by the engine; NULL as null. */
export function escapedText(value: string): string {
  return orNull(`to_json(${value})::VARCHAR`);
}

/** A text as JSON in which nothing needs escaping; NULL stays NULL. */
export function quotedText(value: string): string {
  return `'"' || ${value} || '"'`;
}

/** JSON text, NULL as null. */
export function orNull(json: string): string {
  return `coalesce(${json}, 'null')`;
}

/** Texts of JSON with commas between them, ordered by `place`, in UTF-8: as bytes an answer is sent as it is. */
export function listBytes(text: string): string {
  return `encode(string_agg(${text}, ',' ORDER BY place))`;
}
