import { FilterSyntaxError } from "./filter-error.ts";

/** `value` is the text without its quotes for a text, the characters themselves for all others. */
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

/**
 * Cuts a filter text into tokens, the last of which is the end.
 * @throws FilterSyntaxError where a quote is not closed.
 */
export function tokensOf(text: string): Token[] {
  const tokens = Array.from(text.matchAll(PATTERN), tokenOf).filter((token) => token !== null);
  return [...tokens, { kind: "end", value: "", position: text.length }];
}
