import type { AggregateQuery, Cube } from "#cube/cube.ts";
import { encodeColumn } from "#cube/table.ts";
import { bucketStart, DAY_MS, type Day, dayOfInstant, type Grain, instantOfDay } from "#lib/calendar.ts";
import type { DateField, Field, TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf } from "#partner-center/filter-build.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { FIELD_FILTERS, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { STANDING_DATES, type StandingDate } from "#referrals/standing.ts";
import { dateState, type FateColumns, judgeRows } from "#referrals/standing-rows.ts";
import { type OutcomeCountRow, valueKey } from "./outcome-counts.ts";
import type { GroupField } from "./query-builders.ts";
import { type Cells, cellsOf, fateRows, lateFate } from "./standing-cells.ts";

/** The texts by which filters and fields tell referrals apart. */
export const MOVE_FIELDS = [
  "customerMarket",
  "partnerMarket",
  "customerOrgSize",
] as const satisfies readonly TermField[];

type Keys = { codes: ArrayLike<number>; values: readonly (string | null)[] };

/** Referrals that stand otherwise today than they stood, or may have: the `rows` of columns. */
type Moves = {
  rows: Uint32Array;
  counts: ArrayLike<number> | null;
  fates: FateColumns;
  /** Some stood as they did by their status alone. */
  isUndated: boolean;
  terms: Record<(typeof MOVE_FIELDS)[number], Keys>;
  /** Days of the date that the period runs along. */
  days: Keys;
};

/**
 * The referrals of a filter that something happened to on the day of an instant or later, by everything that decides
 * how they stood: all others stood as they stand. `date` is the one that the filter's period runs along. It asks the
 * same all day long.
 */
export function laterQuery(filter: Filter, date: DateField, asOf: number): AggregateQuery {
  const day = dividedDay(asOf);
  const instant = day === null ? asOf + 1 : instantOfDay(day);
  const [first, ...rest] = STANDING_DATES.map(
    (field): Filter => ({ kind: "date", field, operator: "ge", instant }),
  );
  const groupBy: readonly [Field, ...Field[]] = [
    "status",
    ...new Set<Field>([...MOVE_FIELDS, date, ...STANDING_DATES]),
  ];
  return { filter: allOf([filter, anyOf([first as Filter, ...rest])]), groupBy, level: "day" };
}

/** The day within which an instant lies, where a day alone does not tell what is past and what is later. */
export function dividedDay(asOf: number): Day | null {
  return (asOf + 1) % DAY_MS === 0 ? null : dayOfInstant(asOf);
}

/** The referrals of a filter that anything happened to on the divided day: their records tell the time of day. */
export function dividedFilter(filter: Filter, day: Day): Filter | null {
  const start = instantOfDay(day);
  const [first, ...rest] = STANDING_DATES.map((field) =>
    allOf([
      { kind: "date", field, operator: "ge", instant: start },
      { kind: "date", field, operator: "lt", instant: start + DAY_MS },
    ]),
  ) as [Filter, ...Filter[]];
  return allOf([filter, anyOf([first, ...rest])]);
}

/** The rows of a size that moved; `isLeftOut` are counted elsewhere. */
function movedRows(
  { today, before, late }: FateColumns,
  isLeftOut: (row: number) => boolean = () => false,
): Uint32Array {
  const rows = new Uint32Array(today.length);
  let size = 0;
  for (let row = 0; row < today.length; row++) {
    const moved = today[row] !== before[row] || before[row] !== late[row];
    if (moved && !isLeftOut(row)) rows[size++] = row;
  }
  return rows.subarray(0, size);
}

function isUndated({ rows, fates: { before, late } }: Pick<Moves, "rows" | "fates">): boolean {
  return rows.some((row) => before[row] !== late[row]);
}

function keysIn(cube: Cube, field: Field): Keys {
  const column = cube.columns.find((one) => one.field === field);
  if (column === undefined) throw new RangeError(`The response has no column ${field}`);
  return column;
}

function movesOfCube(cube: Cube, date: DateField, asOf: number): Moves {
  const divided = dividedDay(asOf);
  const dates = STANDING_DATES.map((field) => keysIn(cube, field));
  const stateAt = (field: StandingDate) => {
    const { codes, values } = keysIn(cube, field);
    const states = values.map((day) => dateState(day === null ? Number.NaN : instantOfDay(day), asOf));
    return (row: number) => states[codes[row] as number] ?? 0;
  };
  const fates = judgeRows({ size: cube.size, statuses: keysIn(cube, "status"), stateAt });
  const places = dates.map(({ values }) => values.indexOf(divided));
  const isDivided = (row: number) => dates.some(({ codes }, at) => codes[row] === places[at]);
  const rows = movedRows(fates, divided === null ? undefined : isDivided);
  return {
    rows,
    counts: cube.counts,
    fates,
    isUndated: isUndated({ rows, fates }),
    terms: termsOf((field) => keysIn(cube, field)),
    days: keysIn(cube, date),
  };
}

function termsOf(keysOf: (field: TermField) => Keys): Moves["terms"] {
  return Object.fromEntries(MOVE_FIELDS.map((field) => [field, keysOf(field)])) as Moves["terms"];
}

function movesOfRecords(table: RecordTable, date: DateField, asOf: number): Moves {
  const keysOf = (field: TermField): Keys => {
    const { codes, values } = table.terms[field];
    return { codes, values: values.map((text) => (text === "UNKNOWN" ? null : text)) };
  };
  const stateAt = (field: StandingDate) => (row: number) =>
    dateState(table.dates[field].at[row] as number, asOf);
  const fates = judgeRows({ size: table.size, statuses: keysOf("status"), stateAt });
  const days = Array.from(table.dates[date].at, (at) => (Number.isNaN(at) ? null : dayOfInstant(at)));
  const rows = movedRows(fates);
  return {
    rows,
    counts: null,
    fates,
    isUndated: isUndated({ rows, fates }),
    terms: termsOf(keysOf),
    days: encodeColumn(date, days),
  };
}

/** What has changed since an instant: `divided` are the records of the divided day, null where there is none. */
export type Changes = { cube: Cube; divided: RecordTable | null; date: DateField; asOf: number };

const kept = new WeakMap<Cube, { changes: Changes; moves: readonly Moves[] }>();

function movesOf(changes: Changes): readonly Moves[] {
  const { cube, divided, date, asOf } = changes;
  const known = kept.get(cube);
  if (known && known.changes.divided === divided && known.changes.asOf === asOf) return known.moves;
  const moves = [movesOfCube(cube, date, asOf), ...(divided ? [movesOfRecords(divided, date, asOf)] : [])];
  kept.set(cube, { changes, moves });
  return moves;
}

/** Fields are filters, whose keys are then those they are counted under, and the date that the period runs along. */
type StandingFields = { fields: readonly GroupField[]; filters: Filters; level?: Grain };

/** Outcome counts as they stood, and the same if what no date proves came only later: one list where all is proved. */
export type StandingRows = { rows: OutcomeCountRow[]; late: OutcomeCountRow[] };

/**
 * Outcome counts as they stood at an instant, from those of today without any term for outcomes, by the same fields,
 * from what has changed since, and from those of today (by the same fields) that no date places.
 */
export function standingRows(
  today: readonly OutcomeCountRow[],
  changes: Changes,
  query: StandingFields,
  undated: readonly OutcomeCountRow[] = [],
): StandingRows {
  const { fields, filters } = query;
  const moves = movesOf(changes);
  const cells = cellsOf(fields.length);
  for (const row of today) cells.add(plainKeys(row, fields), row, row.count);
  const isProved = undated.length === 0 && !moves.some((one) => one.isUndated);
  const late = isProved ? null : cells.copy();
  const unplaced = cellsOf(fields.length);
  for (const row of undated) unplaced.add(plainKeys(row, fields), row, row.count);
  for (const one of moves) {
    const { today: now, before, late: later } = one.fates;
    const shift = shifter(one, changes.date, query);
    shift(cells, now, before);
    if (late) shift(late, now, later);
    // What moved and is undated is in both: only the rest still stands where it stands today.
    if (one.isUndated) shift(unplaced, now, null, (row) => before[row] !== later[row]);
  }
  const rows = fateRows(cells, filters);
  if (late === null) return { rows, late: rows };
  unplaced.each((keys, fate, count) => {
    if (count <= 0) return;
    late.add(keys, fate, -count);
    late.add(keys, lateFate(fate), count);
  });
  return { rows, late: fateRows(late, filters) };
}

/** Takes counts of the rows that pass the filters from one fate, and gives them to another. */
function shifter(moves: Moves, date: DateField, { fields, filters, level = "month" }: StandingFields) {
  const { rows, counts } = moves;
  const tests = FIELD_FILTERS.filter((term) => filters[term].length > 0).map((term) => {
    const { codes, values } = moves.terms[FIELD_OF_FILTER[term]];
    const passes = values.map((text) => filters[term].includes(valueKey(term, text)));
    return (row: number) => passes[codes[row] as number];
  });
  const columns = fields.map((field) => keyColumn(moves, field, date, level));
  const passing = rows.filter((row) => tests.every((test) => test(row)));
  return (
    cells: Cells,
    from: Uint8Array,
    to: Uint8Array | null,
    isWanted: (row: number) => boolean = () => true,
  ) => {
    for (const row of passing) {
      if (!isWanted(row)) continue;
      const cell = cells.at(columns, row);
      const count = counts === null ? 1 : (counts[row] as number);
      cell[from[row] as number] = (cell[from[row] as number] as number) - count;
      if (to) cell[to[row] as number] = (cell[to[row] as number] as number) + count;
    }
  };
}

/** Texts that are counted under one key become that key: records and groups may write nothing differently. */
function plainKeys({ keys }: OutcomeCountRow, fields: readonly GroupField[]): (string | null)[] {
  return keys.map((key, at) => plainKey(fields[at] as GroupField, key));
}

function plainKey(field: GroupField, text: string | null): string | null {
  const term = FIELD_FILTERS.find((one) => FIELD_OF_FILTER[one] === field);
  return term === undefined ? text : valueKey(term, text);
}

function keyColumn(moves: Moves, field: GroupField, date: DateField, level: Grain): Keys {
  if (field === date) {
    const { codes, values } = moves.days;
    return { codes, values: values.map((day) => (day === null ? null : bucketStart(day, level))) };
  }
  const term = MOVE_FIELDS.find((one) => one === field);
  if (term === undefined) throw new RangeError(`No change is told apart by ${field}.`);
  const { codes, values } = moves.terms[term];
  return { codes, values: values.map((text) => plainKey(field, text)) };
}

/** Those of all rows, by the same fields, that are not among the dated ones. */
export function undatedRows(
  all: readonly OutcomeCountRow[],
  dated: readonly OutcomeCountRow[],
  fields: readonly GroupField[],
): OutcomeCountRow[] {
  const cells = cellsOf(fields.length);
  for (const row of all) cells.add(plainKeys(row, fields), row, row.count);
  for (const row of dated) cells.add(plainKeys(row, fields), row, -row.count);
  return fateRows(cells, null);
}
