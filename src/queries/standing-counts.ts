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
import { dateState, judgeRows, type OutcomeStateColumns } from "#referrals/standing-rows.ts";
import { type OutcomeCountRow, valueKey } from "./outcome-counts.ts";
import type { GroupField } from "./query-builders.ts";
import { type Cells, cellsOf, lateState, rowsOfCells } from "./standing-cells.ts";

/** The text fields that filters and dimensions use. */
export const TERM_DIMENSIONS = [
  "customerMarket",
  "partnerMarket",
  "customerOrgSize",
] as const satisfies readonly TermField[];

type Keys = { codes: ArrayLike<number>; values: readonly (string | null)[] };

/** Referrals that stand, or may stand, differently today than at the instant: `rows` of the columns. */
type LaterOutcomes = {
  rows: Uint32Array;
  counts: ArrayLike<number> | null;
  outcomeStates: OutcomeStateColumns;
  /** Whether some are known from their status alone. */
  isUndated: boolean;
  terms: Record<(typeof TERM_DIMENSIONS)[number], Keys>;
  /** Keys of the date that the period restricts. */
  days: Keys;
};

/**
 * The referrals of a filter with any event on the day of an instant or later, grouped by all that decides how they
 * stood; all others have not changed. `date` is the one that the period restricts. Equal for all instants of a day.
 */
export function laterQuery(filter: Filter, date: DateField, asOf: number): AggregateQuery {
  const day = dividedDay(asOf);
  const instant = day === null ? asOf + 1 : instantOfDay(day);
  const [first, ...rest] = STANDING_DATES.map(
    (field): Filter => ({ kind: "date", field, operator: "ge", instant }),
  );
  const groupBy: readonly [Field, ...Field[]] = [
    "status",
    ...new Set<Field>([...TERM_DIMENSIONS, date, ...STANDING_DATES]),
  ];
  return { filter: allOf([filter, anyOf([first as Filter, ...rest])]), groupBy, level: "day" };
}

/**
 * The day of an instant, null at the day's last millisecond: whole days cannot divide that day's events into before and
 * after.
 */
export function dividedDay(asOf: number): Day | null {
  return (asOf + 1) % DAY_MS === 0 ? null : dayOfInstant(asOf);
}

/** The referrals of a filter with any event on the divided day; their records have the time of day. */
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

/** The moved rows of a table of `size` rows, less those `isLeftOut`. */
function movedRows(
  { today, before, late }: OutcomeStateColumns,
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

function isUndated({
  rows,
  outcomeStates: { before, late },
}: Pick<LaterOutcomes, "rows" | "outcomeStates">): boolean {
  return rows.some((row) => before[row] !== late[row]);
}

function keysIn(cube: Cube, field: Field): Keys {
  const column = cube.columns.find((one) => one.field === field);
  if (column === undefined) throw new RangeError(`The response has no column ${field}`);
  return column;
}

function laterOutcomesOfCube(cube: Cube, date: DateField, asOf: number): LaterOutcomes {
  const divided = dividedDay(asOf);
  const dates = STANDING_DATES.map((field) => keysIn(cube, field));
  const stateAt = (field: StandingDate) => {
    const { codes, values } = keysIn(cube, field);
    const states = values.map((day) => dateState(day === null ? Number.NaN : instantOfDay(day), asOf));
    return (row: number) => states[codes[row] as number] ?? 0;
  };
  const outcomeStates = judgeRows({ size: cube.size, statuses: keysIn(cube, "status"), stateAt });
  const places = dates.map(({ values }) => values.indexOf(divided));
  const isDivided = (row: number) => dates.some(({ codes }, at) => codes[row] === places[at]);
  const rows = movedRows(outcomeStates, divided === null ? undefined : isDivided);
  return {
    rows,
    counts: cube.counts,
    outcomeStates,
    isUndated: isUndated({ rows, outcomeStates }),
    terms: termsOf((field) => keysIn(cube, field)),
    days: keysIn(cube, date),
  };
}

function termsOf(keysOf: (field: TermField) => Keys): LaterOutcomes["terms"] {
  return Object.fromEntries(TERM_DIMENSIONS.map((field) => [field, keysOf(field)])) as LaterOutcomes["terms"];
}

function laterOutcomesOfRecords(table: RecordTable, date: DateField, asOf: number): LaterOutcomes {
  const keysOf = (field: TermField): Keys => {
    const { codes, values } = table.terms[field];
    return { codes, values: values.map((text) => (text === "UNKNOWN" ? null : text)) };
  };
  const stateAt = (field: StandingDate) => (row: number) =>
    dateState(table.dates[field].at[row] as number, asOf);
  const outcomeStates = judgeRows({ size: table.size, statuses: keysOf("status"), stateAt });
  const days = Array.from(table.dates[date].at, (at) => (Number.isNaN(at) ? null : dayOfInstant(at)));
  const rows = movedRows(outcomeStates);
  return {
    rows,
    counts: null,
    outcomeStates,
    isUndated: isUndated({ rows, outcomeStates }),
    terms: termsOf(keysOf),
    days: encodeColumn(date, days),
  };
}

/** Changes since an instant: `divided` are the records of the divided day, null where there is none. */
export type Changes = { cube: Cube; divided: RecordTable | null; date: DateField; asOf: number };

const kept = new WeakMap<Cube, { changes: Changes; groups: readonly LaterOutcomes[] }>();

function laterOutcomesOf(changes: Changes): readonly LaterOutcomes[] {
  const { cube, divided, date, asOf } = changes;
  const known = kept.get(cube);
  if (known && known.changes.divided === divided && known.changes.asOf === asOf) return known.groups;
  const groups = [
    laterOutcomesOfCube(cube, date, asOf),
    ...(divided ? [laterOutcomesOfRecords(divided, date, asOf)] : []),
  ];
  kept.set(cube, { changes, groups });
  return groups;
}

/** `fields` are filters (keyed as they are counted) and the date that the period restricts. */
type StandingFields = { fields: readonly GroupField[]; filters: Filters; level?: Grain };

/**
 * Outcome counts at an instant, and `late`: the same if all undated outcomes came later; the same list where every
 * outcome is dated.
 */
export type StandingRows = { rows: OutcomeCountRow[]; late: OutcomeCountRow[] };

/**
 * Outcome counts at an instant, computed from today's counts (same fields, no outcome filter), from the changes since,
 * and from today's undated counts (same fields).
 */
export function standingRows(
  today: readonly OutcomeCountRow[],
  changes: Changes,
  query: StandingFields,
  undated: readonly OutcomeCountRow[] = [],
): StandingRows {
  const { fields, filters } = query;
  const groups = laterOutcomesOf(changes);
  const cells = cellsOf(fields.length);
  for (const row of today) cells.add(normalisedKeys(row, fields), row, row.count);
  const isProved = undated.length === 0 && !groups.some((one) => one.isUndated);
  const late = isProved ? null : cells.copy();
  const undatedCells = cellsOf(fields.length);
  for (const row of undated) undatedCells.add(normalisedKeys(row, fields), row, row.count);
  for (const one of groups) {
    const { today: now, before, late: later } = one.outcomeStates;
    const shift = shifter(one, changes.date, query);
    shift(cells, now, before);
    if (late) shift(late, now, later);
    // Changed and undated rows are in both sets: subtract only those that stand the same.
    if (one.isUndated) shift(undatedCells, now, null, (row) => before[row] !== later[row]);
  }
  const rows = rowsOfCells(cells, filters);
  if (late === null) return { rows, late: rows };
  undatedCells.each((keys, state, count) => {
    if (count <= 0) return;
    late.add(keys, state, -count);
    late.add(keys, lateState(state), count);
  });
  return { rows, late: rowsOfCells(late, filters) };
}

/** LaterOutcomes counts of rows that pass the filters from one outcome to another. */
function shifter(
  changed: LaterOutcomes,
  date: DateField,
  { fields, filters, level = "month" }: StandingFields,
) {
  const { rows, counts } = changed;
  const tests = FIELD_FILTERS.filter((term) => filters[term].length > 0).map((term) => {
    const { codes, values } = changed.terms[FIELD_OF_FILTER[term]];
    const passes = values.map((text) => filters[term].includes(valueKey(term, text)));
    return (row: number) => passes[codes[row] as number];
  });
  const columns = fields.map((field) => keyColumn(changed, field, date, level));
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

/** Normalises values to their filter keys, so that rows from records and from groups match. */
function normalisedKeys({ keys }: OutcomeCountRow, fields: readonly GroupField[]): (string | null)[] {
  return keys.map((key, at) => normalisedKey(fields[at] as GroupField, key));
}

function normalisedKey(field: GroupField, text: string | null): string | null {
  const term = FIELD_FILTERS.find((one) => FIELD_OF_FILTER[one] === field);
  return term === undefined ? text : valueKey(term, text);
}

function keyColumn(changed: LaterOutcomes, field: GroupField, date: DateField, level: Grain): Keys {
  if (field === date) {
    const { codes, values } = changed.days;
    return { codes, values: values.map((day) => (day === null ? null : bucketStart(day, level))) };
  }
  const term = TERM_DIMENSIONS.find((one) => one === field);
  if (term === undefined) throw new RangeError(`No change has the field ${field}.`);
  const { codes, values } = changed.terms[term];
  return { codes, values: values.map((text) => normalisedKey(field, text)) };
}

/** All rows (same fields) minus the dated ones. */
export function undatedRows(
  all: readonly OutcomeCountRow[],
  dated: readonly OutcomeCountRow[],
  fields: readonly GroupField[],
): OutcomeCountRow[] {
  const cells = cellsOf(fields.length);
  for (const row of all) cells.add(normalisedKeys(row, fields), row, row.count);
  for (const row of dated) cells.add(normalisedKeys(row, fields), row, -row.count);
  return rowsOfCells(cells, null);
}
