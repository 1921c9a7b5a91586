import { DATE_FIELDS, type DateField, TERM_FIELDS, type TermField } from "#partner-center/fields.ts";
import type { InstantReading } from "#partner-center/instant.ts";
import type { Target } from "../formats/format.ts";
import type { TableNote } from "../raw-table.ts";
import { type AmountColumn, amountWith, chooseMarks, type MarkChoice, takeAmount } from "../values/amount.ts";
import { marketOf } from "../values/country.ts";
import { currencyOf } from "../values/currency.ts";
import {
  chooseOrders,
  type DateChoice,
  type DateColumn,
  type DateColumnReport,
  dateReader,
  reportDates,
} from "../values/date-column.ts";
import type { DateOrder } from "../values/date-text.ts";
import { plainStatus } from "../values/status.ts";
import { CellNotes } from "./cell-notes.ts";
import { deriveDates, type RuleTexts, statusOf, withKind } from "./derive.ts";
import {
  AMOUNT_EXTRAS,
  type AmountExtra,
  type ExtraFields,
  INSTANT_EXTRAS,
  LIST_EXTRAS,
  RULE_TEXTS,
  type RuleText,
  TEXT_EXTRAS,
  type TextExtra,
} from "./extra-fields.ts";
import type { ImportedRecord } from "./imported-record.ts";
import { gatherListedDates, type ListedDates } from "./listed-dates.ts";
import type { TablePlan, TableScan } from "./table-plan.ts";

type DateReader = (text: string | null) => InstantReading;
type Cells = readonly (string | null)[];

export type ReadOptions = {
  /** The user's choice for ambiguous dates. */
  dateOrder: DateOrder | null;
  /** The clock in ms UTC. */
  now: number;
};

export type RowReader = {
  read(cells: Cells, line: number): ImportedRecord;
  dates: readonly DateColumnReport[];
  /** Values read so far that are unreadable, or read by an assumption. */
  notes(): TableNote[];
  /** What the source of an exported list could not tell, once its rows are read; null for other formats. */
  listed: ListedDates | null;
};

/** Shared by all rows: there are hundreds of thousands. */
const NEVER: InstantReading = { kind: "never" };
const NONE: ReadonlySet<DateField> = new Set();

/** A reader for the rows of a table, after all of them were scanned. */
export function createRowReader(plan: TablePlan, scan: TableScan, options: ReadOptions): RowReader {
  const hints = { setting: options.dateOrder, format: plan.dateOrder };
  const choices = chooseOrders([...scan.dates.values()], hints);
  const readers = new Map<number, DateReader>();
  const reports: DateColumnReport[] = [];
  const cellNotes = new CellNotes();
  for (const [place, column] of scan.dates) {
    const choice = choices.get(column) as DateChoice;
    const read = dateReader(column, choice, options.now);
    readers.set(place, read);
    const report = reportDates(column as DateColumn, choice, read);
    if (report) reports.push(report);
  }
  const byTarget = placesByTarget(plan);
  const listed = plan.rules.includes("own-outcome") ? gatherListedDates() : null;
  const marks = chooseMarks([...scan.amounts.values()]);
  const parts: RowParts = {
    plan,
    scan,
    readers,
    marks,
    byTarget,
    listed,
    cellNotes,
    line: 0,
    ...targetsIn(byTarget),
  };
  const notes = () => [...assumedMarks(marks), ...cellNotes.list()];
  const read = (cells: Cells, line: number) => {
    parts.line = line;
    return readRow(cells, parts);
  };
  return { read, dates: reports, listed, notes };
}

/** Columns in which nothing shows whether a separator before three digits groups. */
function assumedMarks(marks: RowParts["marks"]): TableNote[] {
  return [...marks].flatMap(([{ name: column, openExample: text }, { mark, isAssumed }]): TableNote[] => {
    const amount = text === null ? null : takeAmount(text);
    if (text === null || amount === null || amount === "empty" || !isAssumed) return [];
    return [{ code: "amounts-assumed", params: { column, text, value: amountWith(amount, mark) } }];
  });
}

function placesByTarget({ columns }: TablePlan): Map<Target, number[]> {
  const places = new Map<Target, number[]>();
  for (const { place, target } of columns) places.set(target, [...(places.get(target) ?? []), place]);
  return places;
}

/** The targets of the table by how they are parsed: looking for all of them in each row would take most of the time. */
function targetsIn(byTarget: ReadonlyMap<Target, readonly number[]>) {
  const has = (target: Target) => byTarget.has(target);
  return {
    rules: RULE_TEXTS.filter(has),
    texts: TEXT_EXTRAS.filter(has),
    instants: INSTANT_EXTRAS.filter(has),
    amounts: AMOUNT_EXTRAS.filter(has),
    lists: LIST_EXTRAS.filter(has),
  };
}

type RowParts = ReturnType<typeof targetsIn> & {
  plan: TablePlan;
  scan: TableScan;
  readers: ReadonlyMap<number, DateReader>;
  marks: ReadonlyMap<AmountColumn, MarkChoice>;
  byTarget: ReadonlyMap<Target, readonly number[]>;
  cellNotes: CellNotes;
  line: number;
  listed: ListedDates | null;
};

function readRow(cells: Cells, parts: RowParts): ImportedRecord {
  const { plan } = parts;
  const texts = ruleTexts(cells, parts);
  const terms = readTerms(cells, parts);
  const status = statusOf(terms.status, texts, plan.rules);
  const isMapped = status !== null && plan.statuses.size > 0;
  terms.status = isMapped ? (plan.statuses.get(plainStatus(status)) ?? status) : status;
  const dates = readDates(cells, parts);
  const extra = withKind(readExtra(cells, parts), texts);
  if (plan.rules.includes("entities")) {
    if (terms.customerName !== null) terms.customerName = withoutEntities(terms.customerName);
    if (extra.dealName !== undefined) extra.dealName = withoutEntities(extra.dealName);
  }
  const record = deriveDates({ terms, dates, extra, approximate: NONE }, texts, plan.rules);
  parts.listed?.add(record, texts);
  return record;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Decodes HTML entities once. */
function withoutEntities(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** The first non-empty cell of a field. */
function textOf(cells: Cells, { byTarget }: RowParts, target: Target): string | null {
  for (const place of byTarget.get(target) ?? []) {
    const text = cells[place];
    if (text !== null && text !== undefined) return text;
  }
  return null;
}

/** The apostrophe that an export of this dashboard puts before what a spreadsheet takes for a formula. */
const FORMULA_GUARD = /^'(?=[\s\p{C}\p{Z}"'`´‘’“”„«»]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

function readTerms(cells: Cells, parts: RowParts): Record<TermField, string | null> {
  const terms = {} as Record<TermField, string | null>;
  const isOwn = parts.plan.rules.includes("own-outcome");
  for (const field of TERM_FIELDS) {
    const text = textOf(cells, parts, field);
    terms[field] = isOwn && text ? text.replace(FORMULA_GUARD, "") : text;
  }
  for (const field of ["customerMarket", "partnerMarket"] as const) {
    const text = terms[field];
    if (text) terms[field] = marketOf(text);
  }
  return terms;
}

function readDates(cells: Cells, parts: RowParts): Record<DateField, InstantReading> {
  const dates = {} as Record<DateField, InstantReading>;
  for (const field of DATE_FIELDS) dates[field] = dateOf(cells, parts, field);
  return dates;
}

function dateOf(cells: Cells, parts: RowParts, target: Target): InstantReading {
  const { byTarget, readers, scan, cellNotes, line } = parts;
  for (const place of byTarget.get(target) ?? []) {
    const text = cells[place];
    const reading = text ? readers.get(place)?.(text) : NEVER;
    if (text && reading?.kind === "unreadable")
      cellNotes.add("unreadable-dates", scan.dates.get(place)?.name ?? "", text, line);
    if (reading && reading.kind !== "never") return reading;
  }
  return NEVER;
}

function ruleTexts(cells: Cells, parts: RowParts): RuleTexts {
  const texts: Partial<Record<RuleText, string>> = {};
  addPresent(texts, parts.rules, (field) => textOf(cells, parts, field));
  return texts;
}

function readExtra(cells: Cells, parts: RowParts): ExtraFields {
  const extra: ExtraFields = {};
  addPresent(extra, parts.texts, (field) => textOf(cells, parts, field));
  addPresent(extra, parts.instants, (field) => {
    const reading = dateOf(cells, parts, field);
    return reading.kind === "instant" ? reading.at : null;
  });
  for (const field of parts.amounts) addAmount(extra, cells, parts, field);
  addPresent(extra, parts.lists, (field) => listOf(cells, parts, field));
  return extra;
}

/** Adds only those keys that have a value. */
function addPresent<Key extends Target, Value>(
  found: Partial<Record<Key, Value>>,
  keys: readonly Key[],
  find: (key: Key) => Value | null,
): void {
  for (const key of keys) {
    const value = find(key);
    if (value !== null) found[key] = value;
  }
}

/** The fields with the currencies of amounts. */
const CURRENCIES: Partial<Record<AmountExtra, TextExtra>> = {
  dealValue: "currency",
  contractValue: "contractCurrency",
  registeredValue: "registeredCurrency",
};

/** Adds the first readable amount of a field, and its currency where the column for it has none. */
function addAmount(extra: ExtraFields, cells: Cells, parts: RowParts, field: AmountExtra): void {
  const { byTarget, scan, marks, cellNotes, line } = parts;
  for (const place of byTarget.get(field) ?? []) {
    const column = scan.amounts.get(place);
    const text = cells[place] ?? "";
    const amount = takeAmount(text);
    if (!column || amount === "empty") continue;
    if (amount === null) {
      cellNotes.add("unreadable-amounts", column.name, text, line);
      continue;
    }
    extra[field] = amountWith(amount, marks.get(column)?.mark ?? null);
    if (!hasCurrency(extra, CURRENCIES[field], amount.currency))
      cellNotes.add("other-currency", column.name, text, line);
    return;
  }
}

/** Adds the currency that an amount names where its column is empty; false where the column has another. */
function hasCurrency(extra: ExtraFields, field: TextExtra | undefined, currency: string | null): boolean {
  if (field === undefined || currency === null) return true;
  extra[field] ??= currency;
  return (currencyOf(extra[field]) ?? extra[field].toUpperCase()) === currency;
}

/** A cell contains one entry, several separated by semicolons, or a JSON array of names or objects with a name. */
function listOf(cells: Cells, { byTarget }: RowParts, target: Target): readonly string[] | null {
  const texts = (byTarget.get(target) ?? []).flatMap((place) => cells[place] ?? []);
  const entries = texts.flatMap(entriesOf).filter((entry) => entry !== "");
  return entries.length === 0 ? null : entries;
}

function entriesOf(text: string): string[] {
  if (!text.startsWith("[")) return text.split(";").map((entry) => solutionName(entry.trim()));
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(entryName) : [text];
  } catch {
    return [text];
  }
}

/** The templates for bulk changes write a solution with currency, value and quantity: "SOL-1234-PQRS, USD, 10, 100". */
function solutionName(entry: string): string {
  return /^([^,]+), ?[A-Z]{3}(, ?[\d.]*){1,2}$/.exec(entry)?.[1] ?? entry;
}

function entryName(entry: unknown): string {
  if (typeof entry === "string") return entry;
  const { name, id, email } = (entry ?? {}) as Record<string, unknown>;
  return String(name ?? id ?? email ?? "");
}
