import { type AggregateQuery, type Cube, rowsOf } from "#cube/cube.ts";
import { bucketStart, DAY_MS, type Day, dayOfInstant, type Grain, instantOfDay } from "#lib/calendar.ts";
import type { DateField, Field, TermField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf } from "#partner-center/filter-build.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { FIELD_FILTERS, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { outcomeOf } from "#referrals/outcome.ts";
import { type DateState, STANDING_DATES, type StandingDate, standingOf } from "#referrals/standing.ts";
import { type OutcomeCountRow, valueKey } from "./outcome-counts.ts";
import type { GroupField } from "./query-builders.ts";

/** Referrals of one kind that stand otherwise today than they stood: `count` of them go from `before` to `today`. */
type Move = {
  /** By the fields of `MOVE_FIELDS`. */
  texts: readonly (string | null)[];
  /** The day of the date that the period runs along. */
  day: Day | null;
  today: OutcomeCountRow;
  before: OutcomeCountRow;
  count: number;
};

const MOVE_FIELDS = [
  "customerMarket",
  "partnerMarket",
  "customerOrgSize",
] as const satisfies readonly TermField[];

const STATES: readonly DateState[] = ["absent", "past", "later"];

function later(field: DateField, instant: number): Filter {
  return { kind: "date", field, operator: "gt", instant };
}

/**
 * The referrals of a filter that something happened to after an instant, by everything that decides how they stood:
 * all others stood as they stand. `date` is the one that the filter's period runs along.
 */
export function laterQuery(filter: Filter, date: DateField, asOf: number): AggregateQuery {
  const [first, ...rest] = STANDING_DATES.map((field) => later(field, asOf));
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

/** What became of one kind of referrals, today and before; `states` by the order of STANDING_DATES. */
function moveOf(status: string | null, states: readonly DateState[]): Pick<Move, "today" | "before"> {
  const stateOf = (field: StandingDate) => states[STANDING_DATES.indexOf(field)] ?? "absent";
  const has = (field: DateField) => stateOf(field as StandingDate) !== "absent";
  const { isUndated: _, ...before } = standingOf(status, stateOf);
  const today = {
    outcome: outcomeOf(status, has),
    acknowledged: has("acknowledgedDate"),
    accepted: has("acceptedDate"),
  };
  return { today: { keys: [], ...today, count: 0 }, before: { keys: [], ...before, count: 0 } };
}

function sameEnd({ today, before }: Pick<Move, "today" | "before">): boolean {
  return (
    today.outcome === before.outcome &&
    today.acknowledged === before.acknowledged &&
    today.accepted === before.accepted
  );
}

/** Adds up moves of the same kind. */
function collect() {
  const byName = new Map<string, Move>();
  const known = new Map<string, ReturnType<typeof moveOf>>();
  return {
    add(
      texts: readonly (string | null)[],
      day: Day | null,
      status: string | null,
      states: readonly DateState[],
      count: number,
    ) {
      const way = `${states.map((state) => STATES.indexOf(state)).join("")}${status ?? "\0"}`;
      const ends = known.get(way) ?? moveOf(status, states);
      known.set(way, ends);
      if (sameEnd(ends)) return;
      const name = JSON.stringify([texts, day, ends]);
      const found = byName.get(name);
      if (found) found.count += count;
      else byName.set(name, { texts, day, ...ends, count });
    },
    moves: () => [...byName.values()],
  };
}

type Collected = ReturnType<typeof collect>;

function addCube(collected: Collected, cube: Cube, date: DateField, asOf: number): void {
  const divided = dividedDay(asOf);
  const place = (field: Field) => cube.query.groupBy.indexOf(field);
  const places = { status: place("status"), date: place(date) };
  const [texts, dates] = [MOVE_FIELDS.map(place), STANDING_DATES.map(place)];
  for (const { keys, count } of rowsOf(cube)) {
    const days = dates.map((at) => keys[at] ?? null);
    if (divided !== null && days.includes(divided)) continue;
    const states = days.map((day): DateState => {
      if (day === null) return "absent";
      return instantOfDay(day) > asOf ? "later" : "past";
    });
    const named = texts.map((at) => keys[at] ?? null);
    collected.add(named, keys[places.date] ?? null, keys[places.status] ?? null, states, count);
  }
}

function addRecords(collected: Collected, table: RecordTable, date: DateField, asOf: number): void {
  const textAt = (field: TermField, row: number): string | null => {
    const { codes, values } = table.terms[field];
    const text = values[codes[row] as number] ?? null;
    return text === "UNKNOWN" ? null : text;
  };
  for (let row = 0; row < table.size; row++) {
    const states = STANDING_DATES.map((field): DateState => {
      const at = table.dates[field].at[row] as number;
      if (Number.isNaN(at)) return "absent";
      return at > asOf ? "later" : "past";
    });
    const at = table.dates[date].at[row] as number;
    const day = Number.isNaN(at) ? null : dayOfInstant(at);
    collected.add(
      MOVE_FIELDS.map((field) => textAt(field, row)),
      day,
      textAt("status", row),
      states,
      1,
    );
  }
}

/** What has changed since an instant: `divided` are the records of the divided day, null where there is none. */
export type Changes = { cube: Cube; divided: RecordTable | null; date: DateField; asOf: number };

const kept = new WeakMap<Cube, { changes: Changes; moves: readonly Move[] }>();

function movesOf(changes: Changes): readonly Move[] {
  const known = kept.get(changes.cube);
  if (known && known.changes.divided === changes.divided && known.changes.asOf === changes.asOf)
    return known.moves;
  const collected = collect();
  addCube(collected, changes.cube, changes.date, changes.asOf);
  if (changes.divided) addRecords(collected, changes.divided, changes.date, changes.asOf);
  const moves = collected.moves();
  kept.set(changes.cube, { changes, moves });
  return moves;
}

function passes({ texts }: Move, filters: Filters): boolean {
  return FIELD_FILTERS.every((term) => {
    const wanted = filters[term];
    const at = MOVE_FIELDS.indexOf(FIELD_OF_FILTER[term]);
    return wanted.length === 0 || wanted.includes(valueKey(term, texts[at] ?? null));
  });
}

/**
 * Outcome counts as they stood at an instant, from those of today without any term for outcomes, by the same fields, and
 * from what has changed since. Fields are filters, whose keys are then those they are counted under, and the date that the
 * period runs along.
 */
export function standingRows(
  today: readonly OutcomeCountRow[],
  changes: Changes,
  { fields, filters, level = "month" }: { fields: readonly GroupField[]; filters: Filters; level?: Grain },
): OutcomeCountRow[] {
  const rows = new Map<string, OutcomeCountRow>();
  const add = (row: OutcomeCountRow, keys: OutcomeCountRow["keys"], count: number) => {
    const name = JSON.stringify([keys, row.outcome, row.acknowledged, row.accepted]);
    const found = rows.get(name);
    const { outcome, acknowledged, accepted } = row;
    rows.set(name, { keys, outcome, acknowledged, accepted, count: (found?.count ?? 0) + count });
  };
  for (const row of today) {
    const keys = row.keys.map((key, at) => plainKey(fields[at] as GroupField, key));
    add(row, keys, row.count);
  }
  for (const move of movesOf(changes)) {
    if (!passes(move, filters)) continue;
    const keys = fields.map((field) => keyOf(move, field, changes.date, level));
    add(move.today, keys, -move.count);
    add(move.before, keys, move.count);
  }
  const { outcomes } = filters;
  return [...rows.values()].filter(
    ({ outcome, count }) => count > 0 && (outcomes.length === 0 || outcomes.includes(outcome)),
  );
}

/** Texts that are counted under one key become that key: records and groups may write nothing differently. */
function plainKey(field: GroupField, text: string | null): string | null {
  const term = FIELD_FILTERS.find((one) => FIELD_OF_FILTER[one] === field);
  return term === undefined ? text : valueKey(term, text);
}

function keyOf({ texts, day }: Move, field: GroupField, date: DateField, level: Grain): string | null {
  if (field === date) return day === null ? null : bucketStart(day, level);
  const at = (MOVE_FIELDS as readonly GroupField[]).indexOf(field);
  if (at < 0) throw new RangeError(`No change is told apart by ${field}.`);
  return plainKey(field, texts[at] ?? null);
}
