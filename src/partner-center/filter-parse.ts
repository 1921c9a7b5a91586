import type { Filter } from "./filter.ts";
import { readComparison, readContains } from "./filter-condition.ts";
import { type Cursor, peek, refuse, take, takeWord } from "./filter-cursor.ts";
import { FilterSyntaxError } from "./filter-error.ts";
import { tokensOf } from "./filter-lexer.ts";

const MAX_FILTER_LENGTH = 16_000;
const MAX_FILTER_DEPTH = 64;

/** Parses operands joined by the same keyword; `read` parses one. */
function readJoined(cursor: Cursor, kind: "and" | "or", read: () => Filter): Filter {
  const first = read();
  const rest: Filter[] = [];
  while (takeWord(cursor, kind)) rest.push(read());
  const [second, ...more] = rest;
  return second === undefined ? first : { kind, operands: [first, second, ...more] };
}

/** `and` binds tighter than `or`. */
function readExpression(cursor: Cursor, depth: number): Filter {
  return readJoined(cursor, "or", () => readJoined(cursor, "and", () => readCondition(cursor, depth)));
}

function readParentheses(cursor: Cursor, depth: number): Filter {
  const { position } = take(cursor, "open", `"("`);
  if (depth > MAX_FILTER_DEPTH) {
    throw new FilterSyntaxError(position, `parentheses are nested more than ${MAX_FILTER_DEPTH} deep`);
  }
  const inner = readExpression(cursor, depth);
  take(cursor, "close", `"and", "or" or the ")" that closes position ${position}`);
  return inner;
}

function readCondition(cursor: Cursor, depth: number): Filter {
  if (peek(cursor).kind === "open") return readParentheses(cursor, depth + 1);
  return takeWord(cursor, "contains") ? readContains(cursor) : readComparison(cursor);
}

/**
 * Parses the service's filter grammar: `eq ne gt ge lt le` on dates, `eq ne` and `contains` on texts, `and`, `or`,
 * parentheses, null, strings in single quotes (doubled to escape), dates quoted or in `cast`. Keywords and fields in
 * any case; dates without a zone are UTC.
 * @throws FilterSyntaxError with the position and what was expected; also above 16,000 characters or 64 nested
 * parentheses
 */
export function parseFilter(text: string): Filter {
  if (text.length > MAX_FILTER_LENGTH) {
    const reason = `the filter has ${text.length} characters, at most ${MAX_FILTER_LENGTH} are allowed`;
    throw new FilterSyntaxError(MAX_FILTER_LENGTH, reason);
  }
  const cursor: Cursor = { tokens: tokensOf(text), index: 0 };
  const filter = readExpression(cursor, 0);
  if (peek(cursor).kind !== "end") refuse(cursor, `"and", "or" or the end`);
  return filter;
}
