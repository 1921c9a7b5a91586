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

/** A syntax error in a filter: position (0-based, in characters) and what was expected there. */
export class FilterSyntaxError extends Error {
  override readonly name = "FilterSyntaxError";
  readonly position: number;

  constructor(position: number, reason: string) {
    super(`Position ${position}: ${reason}.`);
    this.position = position;
  }
}

/** `value`: a string without its quotes, else the characters themselves. */
export type Token = {
  kind: "word" | "text" | "open" | "close" | "comma" | "other" | "end";
  value: string;
  position: number;
};

const PATTERN =
  /(?<space>\s+)|(?<text>'(?:[^']|'')*'(?!'))|(?<word>[a-z_][\w.]*)|(?<open>\()|(?<close>\))|(?<comma>,)|(?<other>'|[^\s'(),]+)/giy;

const KINDS = ["word", "text", "open", "close", "comma", "other"] as const;

function tokenOf(match: RegExpMatchArray): Token | null {
  const kind = KINDS.find((name) => match.groups?.[name] !== undefined);
  const [value] = match;
  const position = match.index ?? 0;
  if (kind === undefined) return null;
  if (value === "'")
    throw new FilterSyntaxError(position, `unclosed quote that began at position ${position}`);
  return { kind, position, value: kind === "text" ? value.slice(1, -1).replaceAll("''", "'") : value };
}

/** Tokenises a filter; the last token is the end. @throws FilterSyntaxError for an unclosed quote */
export function tokensOf(text: string): Token[] {
  const tokens = Array.from(text.matchAll(PATTERN), tokenOf).filter((token) => token !== null);
  return [...tokens, { kind: "end", value: "", position: text.length }];
}
