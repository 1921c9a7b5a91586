import { DATE_FIELDS, type DateField, type TermField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { STAGES } from "#referrals/funnel.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { factsOf } from "./facts.ts";
import { sortByLetters } from "./letters.ts";
import { plainValues } from "./plain-text.ts";
import { timeReader } from "./row-times.ts";
import type { CodedTexts } from "./rows.ts";

/** A column by which rows can be sorted: a field, or what follows from several. */
export type SortField = TermField | DateField | "outcome" | "stage" | Time;

/** Orders two texts of a column, in the reader's language; the same function each time, as ranks are kept for it. */
export type CompareTexts = (a: string, b: string, field: TermField) => number;

/** The place of each row among the `count` distinct values of a column; `count` itself where it has none. */
export type Ranks = { ranks: Uint32Array; count: number };

const isDate = (field: SortField): field is DateField => (DATE_FIELDS as readonly string[]).includes(field);
const isTime = (field: SortField): field is Time => Object.hasOwn(TIMES, field);

function findRanks(table: RecordTable, field: SortField, compareTexts: CompareTexts): Ranks {
  if (field === "outcome")
    return { ranks: Uint32Array.from(factsOf(table).outcomes), count: OUTCOMES.length };
  if (field === "stage") return { ranks: Uint32Array.from(factsOf(table).lastStages), count: STAGES.length };
  if (isDate(field)) return rankNumbers(table.dates[field].at);
  if (!isTime(field)) return rankTexts(table, field, compareTexts);
  const read = timeReader(table, field);
  return rankNumbers(Float64Array.from({ length: table.size }, (_, row) => read(row)));
}

/** NaN is no value; sorting puts it last. */
function rankNumbers(values: Float64Array): Ranks {
  const distinct = values.toSorted();
  let count = 0;
  for (const value of distinct)
    if (!Number.isNaN(value) && (count === 0 || value !== distinct[count - 1])) distinct[count++] = value;
  const ranks = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) ranks[row] = placeOf(values[row] as number, distinct, count);
  return { ranks, count };
}

function placeOf(value: number, distinct: Float64Array, count: number): number {
  if (Number.isNaN(value)) return count;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((distinct[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textsOf(
  table: RecordTable,
  field: TermField,
): { codes: Uint32Array; values: readonly (string | null)[] } {
  const { markets, partners, sizes } = factsOf(table);
  const counted: Partial<Record<TermField, CodedTexts>> = {
    customerMarket: markets,
    partnerMarket: partners,
    customerOrgSize: sizes,
  };
  return counted[field] ?? table.terms[field];
}

function comparerOf(field: TermField, compareTexts: CompareTexts): (a: string, b: string) => number {
  if (field === "id") return (a, b) => (a < b ? -1 : Number(a > b));
  return field === "customerOrgSize" ? compareOrgSizes : (a, b) => compareTexts(a, b, field);
}

/** Empty texts are no values. */
function rankTexts(table: RecordTable, field: TermField, compareTexts: CompareTexts): Ranks {
  const [{ codes, values }, compare] = [textsOf(table, field), comparerOf(field, compareTexts)];
  const sorted = sortCodes(values, compare);
  const rankOfCode = new Uint32Array(values.length);
  let count = 0;
  for (const [at, code] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before !== undefined && compare(values[before] ?? "", values[code] ?? "") !== 0) count++;
    rankOfCode[code] = count;
  }
  if (sorted.length > 0) count++;
  for (const [code, value] of values.entries()) if (!value) rankOfCode[code] = count;
  return { ranks: codes.map((code) => rankOfCode[code] as number), count };
}

/**
 * The codes of a dictionary in the order of its texts, without empty ones. A comparison by language is slow, and a
 * sort needs 17 of them for each of 100,000 texts, but hardly more than one where they are nearly in order.
 */
function sortCodes(values: readonly (string | null)[], compare: (a: string, b: string) => number): number[] {
  const codes = Array.from(sortByLetters(plainValues(values))).filter((code) => values[code]);
  return codes.sort((a, b) => compare(values[a] ?? "", values[b] ?? "") || a - b);
}

type Known = { compareTexts: CompareTexts; ranks: Ranks };
const ranked = new WeakMap<RecordTable, Map<SortField, Known>>();

/** The ranks of a column, found out once for a table and the last way to compare texts. */
export function ranksOf(table: RecordTable, field: SortField, compareTexts: CompareTexts): Ranks {
  const columns = ranked.get(table) ?? new Map<SortField, Known>();
  ranked.set(table, columns);
  const known = columns.get(field);
  if (known?.compareTexts === compareTexts) return known.ranks;
  const ranks = findRanks(table, field, compareTexts);
  columns.set(field, { compareTexts, ranks });
  return ranks;
}
