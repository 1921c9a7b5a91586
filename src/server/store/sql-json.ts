import { quoteText } from "./sql.ts";

/** A member of a JSON object: its name, and an expression for its value as JSON text, which is never NULL. */
export type Member = { name: string; json: string };

/** A JSON object as text. Put together by hand it takes half the time of the engine's own struct to JSON. */
export function objectText(members: readonly Member[]): string {
  const parts = members.map(({ name, json }, index) => {
    const opening = `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`;
    return `${quoteText(opening)}, ${json}`;
  });
  return `concat(${parts.join(", ")}, '}')`;
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

/** A text in which nothing needs escaping; `whenNull` where `value` is NULL. */
export function plainText(value: string, text: string, whenNull = "'null'"): string {
  return `CASE WHEN ${value} IS NULL THEN ${whenNull} ELSE concat('"', ${text}, '"') END`;
}

/** A JSON array in UTF-8 of members with commas between, NULL for none. As bytes an answer is sent as it is. */
export function arrayBytes(members: string): string {
  return `encode(concat('[', ${members}, ']'))`;
}
