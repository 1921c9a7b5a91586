import { FilterSyntaxError } from "./filter-error.ts";

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
