import { FilterSyntaxError } from "./filter-error.ts";
import type { Token } from "./filter-lexer.ts";

/** Position of the parser in the tokens of a filter. */
export type Cursor = { readonly tokens: readonly Token[]; index: number };

const SHOWN = 40;

/** The token at the cursor; the end token after the last. */
export function peek(cursor: Cursor, ahead = 0): Token {
  return cursor.tokens[cursor.index + ahead] ?? { kind: "end", value: "", position: 0 };
}

function describeToken({ kind, value }: Token): string {
  if (kind === "end") return "the end";
  const text = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return kind === "text" ? `the text '${text}'` : `"${text}"`;
}

/** @throws FilterSyntaxError always, with what was expected and what was found */
export function refuse(cursor: Cursor, expected: string): never {
  const token = peek(cursor);
  throw new FilterSyntaxError(token.position, `expected ${expected} but found ${describeToken(token)}`);
}

/** Consumes a token of this kind. @throws FilterSyntaxError for another kind */
export function take(cursor: Cursor, kind: Token["kind"], expected: string): Token {
  const token = peek(cursor);
  if (token.kind !== kind) refuse(cursor, expected);
  cursor.index += 1;
  return token;
}

/** Whether this keyword is next, ignoring case. */
export function isAtWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor);
  return token.kind === "word" && token.value.toLowerCase() === word;
}

/** Consumes a keyword if it is next, ignoring case, and returns whether it was. */
export function takeWord(cursor: Cursor, word: string): boolean {
  const found = isAtWord(cursor, word);
  if (found) cursor.index += 1;
  return found;
}
