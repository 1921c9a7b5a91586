import { TERM_FIELDS, type TermField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { NO_MARKET } from "#referrals/market.ts";
import type { Route } from "#referrals/route.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { FilterContext, RecordFilter, RowTest } from "./record-filter.ts";
import type { CodedTexts } from "./rows.ts";
import { searchKey, searchKeys, wordsOf } from "./search-key.ts";

/** A code in no dictionary, distinct from -1: a market without partners. */
const UNKNOWN = -2;

type Texts = { codes: Uint32Array; values: readonly (string | null)[] };

/** Tests for markets, sizes and ids. */
export function keyTests(table: RecordTable, filter: RecordFilter): RowTest[] {
  const { markets, partners, sizes } = derivedFieldsOf(table);
  return [
    ...anyOf(markets, filter.markets),
    ...anyOf(partners, filter.partners),
    ...anyOf(sizes, filter.sizes),
    ...noneOf(markets, filter.notMarkets),
    ...noneOf(partners, filter.notPartners),
    ...noneOf(sizes, filter.notSizes),
    ...anyOf(table.terms.id, filter.ids),
    ...(filter.route === undefined ? [] : [routeTest(markets, partners, filter.route, true)]),
    ...(filter.notRoute === undefined ? [] : [routeTest(markets, partners, filter.notRoute, false)]),
  ];
}

/** Evaluates the test once per dictionary value, then looks up each row's code. */
function valueTest({ codes, values }: Texts, passes: (text: string | null) => boolean): RowTest {
  const wanted = Uint8Array.from(values, (value) => (passes(value) ? 1 : 0));
  return (row) => wanted[codes[row] as number] === 1;
}

function anyOf(texts: Texts, list: readonly string[] = []): RowTest[] {
  if (list.length === 0) return [];
  const wanted = new Set<string | null>(list);
  return [valueTest(texts, (text) => wanted.has(text))];
}

function noneOf(texts: Texts, list: readonly string[] = []): RowTest[] {
  if (list.length === 0) return [];
  const unwanted = new Set<string | null>(list);
  return [valueTest(texts, (text) => !unwanted.has(text))];
}

/** Maps both columns to one dictionary, so that a row compares two numbers. */
function routeTest(markets: CodedTexts, partners: CodedTexts, route: Route, isWanted: boolean): RowTest {
  const places = new Map(partners.values.map((code, place) => [code, place]));
  const placeOf = Int32Array.from(markets.values, (code) =>
    code === NO_MARKET ? UNKNOWN : (places.get(code) ?? -1),
  );
  const none = places.get(NO_MARKET);
  const routeAt = (row: number): Route => {
    const market = placeOf[markets.codes[row] as number];
    const partner = partners.codes[row];
    if (market === UNKNOWN || partner === none) return "unknown";
    return market === partner ? "domestic" : "cross-border";
  };
  return (row) => (routeAt(row) === route) === isWanted;
}

const holdsAll = (plain: string, words: readonly string[]) => words.every((word) => plain.includes(word));

/** Tests for the text that users type. */
export function textTests(table: RecordTable, filter: RecordFilter, context: FilterContext): RowTest[] {
  const { search = "", texts = {} } = filter;
  const columns = TERM_FIELDS.flatMap((field) => {
    const words = wordsOf(texts[field] ?? "");
    return words.length === 0 ? [] : [columnTest(table, field, words, context)];
  });
  return [...wordsOf(search).map((word) => wordTest(table, word)), ...columns];
}

/** Each word may be in the name or in the id. */
function wordTest({ terms: { customerName, id } }: RecordTable, word: string): RowTest {
  const [names, ids] = [customerName, id].map((texts) => {
    const plain = searchKeys(texts.values);
    return Uint8Array.from(plain, (text) => (text.includes(word) ? 1 : 0));
  }) as [Uint8Array, Uint8Array];
  return (row) => names[customerName.codes[row] as number] === 1 || ids[id.codes[row] as number] === 1;
}

/** The values as counted: market codes instead of spellings. */
function columnTexts(table: RecordTable, field: TermField): Texts {
  if (field === "customerMarket") return derivedFieldsOf(table).markets;
  return field === "partnerMarket" ? derivedFieldsOf(table).partners : table.terms[field];
}

function columnTest(
  table: RecordTable,
  field: TermField,
  words: readonly string[],
  { shownText }: FilterContext,
): RowTest {
  const texts = columnTexts(table, field);
  const wanted = searchKeys(texts.values).map((plain, code) => {
    if (holdsAll(plain, words)) return true;
    return shownText !== undefined && holdsAll(searchKey(shownText(field, texts.values[code] ?? "")), words);
  });
  return (row) => wanted[texts.codes[row] as number] === true;
}
