import { badShape } from "./errors.ts";
import { FIELDS, type Field, fieldNamed, type Referral } from "./fields.ts";
import { isObject } from "./json.ts";

const BLANK = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
const COUNT = "referralcount";

/** The field of a column; null for unknown ones. A count column means that the rows are no referrals. */
function columnReader(): (column: string) => Field | null {
  const known = new Map<string, Field | null>();
  return (column) => {
    const found = known.get(column);
    if (found !== undefined) return found;
    if (column.toLowerCase() === COUNT) throw badShape("The response has counts instead of referrals.");
    const field = fieldNamed(column);
    known.set(column, field);
    return field;
  };
}

function readValue(value: unknown, field: Field): string | null {
  if (value === null || typeof value === "string") return value;
  throw badShape(`The response has ${field} of type ${typeof value}, where text or null was expected.`);
}

function readRecord(row: unknown, fieldOf: (column: string) => Field | null): Referral {
  if (!isObject(row)) throw badShape("The response has a row that is not an object.");
  const record: Referral = { ...BLANK };
  const seen = new Set<Field>();
  for (const column of Object.keys(row)) {
    const field = fieldOf(column);
    if (field === null) continue;
    if (seen.has(field)) throw badShape(`The response has the column ${column} twice in a row.`);
    seen.add(field);
    record[field] = readValue(row[column], field);
  }
  if (!seen.has("id")) throw badShape("The response has a row without an id, so it is not a referral.");
  return record;
}

/**
 * Parses the rows of an ungrouped response with unchanged texts: columns in any case and order, missing ones are null,
 * unknown ones are ignored.
 * @throws AnalyticsError `bad-shape` for rows that are no referrals
 */
export function readRecords(rows: readonly unknown[]): Referral[] {
  const fieldOf = columnReader();
  return rows.map((row) => readRecord(row, fieldOf));
}
