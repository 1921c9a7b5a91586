import { FilterSyntaxError } from "./filter-error.ts";
import type { Token } from "./filter-lexer.ts";

/** A place in the tokens of a filter, moved forward by the parser. */
export type Cursor = { readonly tokens: readonly Token[]; index: number };

const SHOWN = 40;

/** The token at the cursor; behind the last one stands the end for ever. */
export function peek(cursor: Cursor, ahead = 0): Token {
  return cursor.tokens[cursor.index + ahead] ?? { kind: "end", value: "", position: 0 };
}

function describeToken({ kind, value }: Token): string {
  if (kind === "end") return "the end";
  const text = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return kind === "text" ? `the text '${text}'` : `"${text}"`;
}

/** @throws FilterSyntaxError always: what was expected at the cursor, and what stands there. */
export function refuse(cursor: Cursor, expected: string): never {
  const token = peek(cursor);
  throw new FilterSyntaxError(token.position, `expected ${expected} but found ${describeToken(token)}`);
}

/** Steps over a token of this kind and returns it. @throws FilterSyntaxError where another kind stands. */
export function take(cursor: Cursor, kind: Token["kind"], expected: string): Token {
  const token = peek(cursor);
  if (token.kind !== kind) refuse(cursor, expected);
  cursor.index += 1;
  return token;
}

/** Whether this keyword, in any case, stands at the cursor. */
export function isAtWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor);
  return token.kind === "word" && token.value.toLowerCase() === word;
}

/** Steps over a keyword in any case if it stands there, and says whether it did. */
export function takeWord(cursor: Cursor, word: string): boolean {
  const found = isAtWord(cursor, word);
  if (found) cursor.index += 1;
  return found;
}
