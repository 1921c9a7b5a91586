import {
  type DateField,
  FIELDS,
  type Field,
  fieldNamed,
  isDateField,
  TERM_FIELDS,
  type TermField,
} from "./fields.ts";
import { DATE_OPERATORS, type DateOperator, type Filter } from "./filter.ts";
import {
  type Cursor,
  FilterSyntaxError,
  isAtWord,
  peek,
  refuse,
  type Token,
  take,
  takeWord,
} from "./filter-lexer.ts";
import { readInstant } from "./instant.ts";

const COMPARISON = `a comparison (${DATE_OPERATORS.join(", ")})`;
const DATE_LITERAL = "a date such as '2018-02-04' or cast('2018-02-04',Edm.DateTimeOffset)";

function isTerm(field: Field): field is TermField {
  return !isDateField(field);
}

function operatorOf(text: string): DateOperator | undefined {
  return DATE_OPERATORS.find((operator) => operator === text.toLowerCase());
}

function isEquality(operator: DateOperator): operator is "eq" | "ne" {
  return operator === "eq" || operator === "ne";
}

function takeField(cursor: Cursor): Field {
  const token = peek(cursor);
  const field = token.kind === "word" ? fieldNamed(token.value) : null;
  if (field === null) refuse(cursor, `a field (${FIELDS.join(", ")})`);
  cursor.index += 1;
  return field;
}

function takeOperator(cursor: Cursor): { operator: DateOperator; token: Token } {
  const token = peek(cursor);
  const operator = token.kind === "word" ? operatorOf(token.value) : undefined;
  if (operator === undefined) refuse(cursor, COMPARISON);
  cursor.index += 1;
  return { operator, token };
}

function instantOf({ value, position }: Token): number {
  const reading = readInstant(value);
  if (reading.kind === "instant") return reading.at;
  const reason =
    reading.kind === "never"
      ? `'${value}' stands for no date: compare with null instead`
      : `'${value.slice(0, 40)}' is no date of the calendar: expected ${DATE_LITERAL}`;
  throw new FilterSyntaxError(position, reason);
}

function takeInstant(cursor: Cursor): number {
  if (!takeWord(cursor, "cast")) return instantOf(take(cursor, "text", `${DATE_LITERAL} or null`));
  take(cursor, "open", `"(" after cast`);
  const literal = take(cursor, "text", "a quoted date");
  take(cursor, "comma", `","`);
  if (!takeWord(cursor, "edm.datetimeoffset")) refuse(cursor, "Edm.DateTimeOffset");
  take(cursor, "close", `")"`);
  return instantOf(literal);
}

function termCondition(cursor: Cursor, field: TermField): Filter {
  const { operator, token } = takeOperator(cursor);
  if (!isEquality(operator)) {
    throw new FilterSyntaxError(
      token.position,
      `${field} is a text: expected eq or ne but found "${token.value}"`,
    );
  }
  if (takeWord(cursor, "null")) return { kind: "term", field, operator, value: null };
  const { value } = take(cursor, "text", "a text in single quotes or null");
  return { kind: "term", field, operator, value };
}

function dateCondition(cursor: Cursor, field: DateField): Filter {
  const { operator, token } = takeOperator(cursor);
  if (!isAtWord(cursor, "null")) return { kind: "date", field, operator, instant: takeInstant(cursor) };
  if (!isEquality(operator)) {
    const reason = `null has no order: expected eq or ne before it but found "${token.value}"`;
    throw new FilterSyntaxError(token.position, reason);
  }
  cursor.index += 1;
  return { kind: "date-null", field, operator };
}

/** Parses `contains(field,'text')` after the keyword. @throws FilterSyntaxError */
export function readContains(cursor: Cursor): Filter {
  take(cursor, "open", `"(" after contains`);
  const { position } = peek(cursor);
  const field = takeField(cursor);
  if (!isTerm(field)) {
    throw new FilterSyntaxError(
      position,
      `contains needs a text field (${TERM_FIELDS.join(", ")}), ${field} is a date`,
    );
  }
  take(cursor, "comma", `","`);
  const { value } = take(cursor, "text", "a text in single quotes");
  take(cursor, "close", `")"`);
  return { kind: "contains", field, value };
}

/** Parses `field operator value`. @throws FilterSyntaxError */
export function readComparison(cursor: Cursor): Filter {
  const field = takeField(cursor);
  return isTerm(field) ? termCondition(cursor, field) : dateCondition(cursor, field);
}
