import { DATE_FIELDS, type DateField, type TermField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { timeReader } from "./row-times.ts";
import type { CodedTexts } from "./rows.ts";
import { searchKeys } from "./search-key.ts";

/** Leading characters to compare; strings equal up to there keep their order. */
const LETTERS = 16;
const KINDS = 256;

/** Characters above the last kind are not distinguished. */
function kindOf(text: string, place: number): number {
  return place < text.length ? Math.min(text.charCodeAt(place) + 1, KINDS - 1) : 0;
}

/**
 * Indexes of strings in approximately sorted order: a radix sort by leading characters, in a tenth of the time of a
 * comparison sort. Speeds up an exact sort afterwards.
 */
export function radixSort(texts: readonly string[]): Uint32Array {
  let order = Uint32Array.from(texts.keys());
  const kinds = new Uint8Array(texts.length);
  for (let place = LETTERS - 1; place >= 0; place--) {
    for (let index = 0; index < texts.length; index++) kinds[index] = kindOf(texts[index] as string, place);
    order = sortByKind(order, kinds);
  }
  return order;
}

function sortByKind(order: Uint32Array, kinds: Uint8Array): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(KINDS + 1);
  for (const kind of kinds) ends[kind + 1] = (ends[kind + 1] as number) + 1;
  for (let kind = 1; kind <= KINDS; kind++) ends[kind] = (ends[kind] as number) + (ends[kind - 1] as number);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const kind = kinds[index] as number;
    const place = ends[kind] as number;
    sorted[place] = index;
    ends[kind] = place + 1;
  }
  return sorted;
}

/** A sortable column: a field, or derived from several. */
export type SortField = TermField | DateField | "outcome" | "stage" | Time;

/** Compares two values of a column in the user's language. Pass the same function each time: ranks are cached by it. */
export type CompareTexts = (a: string, b: string, field: TermField) => number;

/** The rank of each row among the `count` distinct values of a column; `count` for no value, so that it sorts last. */
export type Ranks = { ranks: Uint32Array; count: number };

const isDate = (field: SortField): field is DateField => (DATE_FIELDS as readonly string[]).includes(field);
const isTime = (field: SortField): field is Time => Object.hasOwn(TIMES, field);

function findRanks(table: RecordTable, field: SortField, compareTexts: CompareTexts): Ranks {
  if (field === "outcome")
    return { ranks: Uint32Array.from(derivedFieldsOf(table).outcomes), count: OUTCOMES.length };
  if (field === "stage")
    return { ranks: Uint32Array.from(derivedFieldsOf(table).lastStages), count: STAGES.length };
  if (isDate(field)) return rankNumbers(table.dates[field].at);
  if (!isTime(field)) return rankTexts(table, field, compareTexts);
  const read = timeReader(table, field);
  return rankNumbers(Float64Array.from({ length: table.size }, (_, row) => read(row)));
}

/** NaN is no value. */
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
  const { markets, partners, sizes } = derivedFieldsOf(table);
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

/** The empty string is no value. */
function rankTexts(table: RecordTable, field: TermField, compareTexts: CompareTexts): Ranks {
  const { codes, values } = textsOf(table, field);
  const { order, isLater } = sortCodes(values, comparerOf(field, compareTexts));
  const count = order.length === 0 ? 0 : 1 + isLater.reduce((sum, one) => sum + one, 0);
  const rankOfCode = new Uint32Array(values.length).fill(count);
  let rank = 0;
  for (let at = 0; at < order.length; at++) {
    rank += isLater[at] as number;
    rankOfCode[order[at] as number] = rank;
  }
  return { ranks: codes.map((code) => rankOfCode[code] as number), count };
}

/** Dictionary codes in the order of their texts; `isLater` is 1 where a text differs from the previous one, else 0. */
type SortedCodes = { order: Uint32Array; isLater: Int8Array };

/**
 * The codes of a dictionary without empty texts. Locale-aware comparisons are slow, and a sort takes 17 per value for
 * 100,000 values: a radix sort first gets them almost in order, and often one pass confirms that they are.
 */
function sortCodes(
  values: readonly (string | null)[],
  compare: (a: string, b: string) => number,
): SortedCodes {
  const compareCodes = (a: number, b: number): number => compare(values[a] ?? "", values[b] ?? "");
  const nearly = radixSort(searchKeys(values)).filter((code) => values[code]);
  const signs = signsOf(nearly, compareCodes);
  if (!signs.includes(-1)) return { order: nearly, isLater: signs };
  const order = Uint32Array.from(Array.from(nearly).sort(compareCodes));
  return { order, isLater: signsOf(order, compareCodes) };
}

/** Each code compared with the previous one; 0 for the first. */
function signsOf(order: Uint32Array, compare: (a: number, b: number) => number): Int8Array {
  const signs = new Int8Array(order.length);
  for (let at = 1; at < order.length; at++)
    signs[at] = Math.sign(compare(order[at] as number, order[at - 1] as number));
  return signs;
}

type Known = { compareTexts: CompareTexts; ranks: Ranks };
const ranked = new WeakMap<RecordTable, Map<SortField, Known>>();

/** The ranks of a column, cached per table for the last `compareTexts`. */
export function ranksOf(table: RecordTable, field: SortField, compareTexts: CompareTexts): Ranks {
  const columns = ranked.get(table) ?? new Map<SortField, Known>();
  ranked.set(table, columns);
  const known = columns.get(field);
  if (known?.compareTexts === compareTexts) return known.ranks;
  const ranks = findRanks(table, field, compareTexts);
  columns.set(field, { compareTexts, ranks });
  return ranks;
}
