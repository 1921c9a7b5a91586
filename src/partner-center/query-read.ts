import { FIELDS, type Field, fieldNamed } from "./fields.ts";
import type { Filter } from "./filter.ts";
import { readComparison, readContains } from "./filter-condition.ts";
import { type Cursor, FilterSyntaxError, peek, refuse, take, takeWord, tokensOf } from "./filter-lexer.ts";
import { type AnalyticsQuery, LEVELS, type Level, type PageRange } from "./query.ts";
import { MAX_SKIP, MAX_TOP } from "./query-print.ts";

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

const PARAMETERS = ["filter", "groupby", "aggregationLevel", "top", "skip"] as const;
type Parameter = (typeof PARAMETERS)[number];
type Values = ReadonlyMap<Parameter, string>;

/** An invalid query: which parameter, and in `description` how to fix it. */
export class InvalidQueryError extends Error {
  override readonly name = "InvalidQueryError";
  readonly parameter: string;
  readonly description: string;

  constructor(parameter: string, description: string) {
    super(description);
    this.parameter = parameter;
    this.description = description;
  }
}

function shown(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}

function parameterNamed(name: string): Parameter {
  const known = PARAMETERS.find((parameter) => parameter.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known;
  throw new InvalidQueryError(
    name,
    `The parameter ${shown(name)} is unknown. Valid parameters: ${PARAMETERS.join(", ")}.`,
  );
}

function valuesOf(search: URLSearchParams): Values {
  const values = new Map<Parameter, string>();
  for (const [name, value] of search) {
    const parameter = parameterNamed(name);
    if (values.has(parameter))
      throw new InvalidQueryError(parameter, `${parameter} is given more than once.`);
    values.set(parameter, value);
  }
  return values;
}

function readFilter(values: Values): Filter | null {
  const text = values.get("filter") ?? "";
  if (text.trim() === "") return null;
  try {
    return parseFilter(text);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    throw new InvalidQueryError("filter", `Invalid filter: ${error.message}`);
  }
}

function readGroupField(text: string): Field {
  const field = fieldNamed(text.trim());
  if (field !== null) return field;
  const names = FIELDS.join(", ");
  throw new InvalidQueryError(
    "groupby",
    `groupby lists ${shown(text.trim())}, which is not a field. Valid fields: ${names}.`,
  );
}

function readGroupBy(values: Values): readonly [Field, ...Field[]] | null {
  const text = values.get("groupby");
  if (text === undefined) return null;
  if (text.trim() === "") {
    throw new InvalidQueryError(
      "groupby",
      "groupby is empty. List one or more fields, or omit the parameter.",
    );
  }
  const fields = text.split(",").map(readGroupField);
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) throw new InvalidQueryError("groupby", `groupby lists ${twice} more than once.`);
  const [first = readGroupField(text), ...rest] = fields;
  return [first, ...rest];
}

function readLevel(values: Values): Level {
  const text = values.get("aggregationLevel") ?? "day";
  const level = LEVELS.find((known) => known === text.trim().toLowerCase());
  if (level !== undefined) return level;
  const levels = LEVELS.join(", ");
  throw new InvalidQueryError(
    "aggregationLevel",
    `aggregationLevel must be one of ${levels}, not ${shown(text)}.`,
  );
}

function readWhole(values: Values, parameter: "top" | "skip", most: number, byDefault: number): number {
  const text = values.get(parameter)?.trim();
  if (text === undefined) return byDefault;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new InvalidQueryError(
    parameter,
    `${parameter} must be a whole number from 0 to ${most}, not ${shown(text)}.`,
  );
}

function readPage(values: Values): PageRange {
  return { top: readWhole(values, "top", MAX_TOP, MAX_TOP), skip: readWhole(values, "skip", MAX_SKIP, 0) };
}

/**
 * Parses a query string. Parameters, fields and levels in any case; without `groupby` it is a query for records. `top`
 * is 0 to 10,000 (default 10,000), `skip` 0 to 2,147,483,647 (0), the level defaults to `day`.
 * @throws InvalidQueryError for an unknown, repeated or invalid parameter
 */
export function readQuery(search: string | URLSearchParams): AnalyticsQuery {
  const values = valuesOf(new URLSearchParams(search));
  const filter = readFilter(values);
  const groupBy = readGroupBy(values);
  const page = readPage(values);
  if (groupBy !== null)
    return { kind: "grouped", query: { filter, groupBy, level: readLevel(values) }, page };
  if (values.has("aggregationLevel")) {
    throw new InvalidQueryError("aggregationLevel", "aggregationLevel requires groupby.");
  }
  return { kind: "records", query: { filter }, page };
}
