import { type Cube, rowsOf } from "#cube/cube.ts";
import { type RollUpField, rollUp } from "#cube/roll-up.ts";
import { takeRows } from "#cube/slice.ts";
import type { DateField } from "#partner-center/fields.ts";
import { FIELD_FILTERS, FIELD_OF_FILTER, type FieldFilter } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import type { OutcomeCount } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import { sizeKey } from "#referrals/org-size.ts";
import { CLOSING_DATES, needsClosingDates, outcomeOf } from "#referrals/outcome.ts";
import type { GroupField } from "./query-builders.ts";
import type { StagesResult } from "./stages.ts";

/** Referrals with the same outcome and the same values of some fields, as they stand in the data. */
export type OutcomeCountRow = OutcomeCount & { keys: readonly (string | null)[] };

const present = (field: DateField): RollUpField => ({ field, presence: true });

/**
 * Outcome counts by these fields of the referrals that pass the filters; dates at the level of the result. Ambiguous
 * statuses are resolved by the closing dates.
 */
export function outcomeCountRows(
  result: StagesResult,
  fields: readonly GroupField[],
  filters: Filters,
): OutcomeCountRow[] {
  const { stages, closing } = result;
  const stageDates = ["acknowledgedDate", "acceptedDate"] as const;
  const clear = rowsFrom(
    filteredCube(stages.cube, filters),
    fields,
    stageDates,
    (status) => !needsClosingDates(status),
  );
  const unclear = closing
    ? rowsFrom(
        filteredCube(closing.cube, filters),
        fields,
        [...stageDates, ...CLOSING_DATES],
        needsClosingDates,
      )
    : [];
  const { outcomes } = filters;
  const all = [...clear, ...unclear];
  return outcomes.length === 0 ? all : all.filter(({ outcome }) => outcomes.includes(outcome));
}

function rowsFrom(
  cube: Cube,
  fields: readonly GroupField[],
  dates: readonly DateField[],
  wanted: (status: string | null) => boolean,
): OutcomeCountRow[] {
  const named: RollUpField[] = fields.map((field) => ({ field }));
  const table = rollUp(cube, [{ field: "status" }, ...named, ...dates.map(present)]);
  return rowsOf(table).flatMap(({ keys: [status = null, ...rest], count }) => {
    if (!wanted(status)) return [];
    const [keys, marks] = [rest.slice(0, fields.length), rest.slice(fields.length)];
    const has = (date: DateField) => (marks[dates.indexOf(date)] ?? null) !== null;
    const stages = { acknowledged: has("acknowledgedDate"), accepted: has("acceptedDate") };
    return [{ keys, outcome: outcomeOf(status, has), ...stages, count }];
  });
}

// Several panels filter the same immutable result alike.
const filtered = new WeakMap<Cube, { name: string; cube: Cube }>();

/** The rows of a result that pass the filters; markets by code. Outcomes are ignored: a result does not have them. */
export function filteredCube(cube: Cube, filters: Filters): Cube {
  const wanted = FIELD_FILTERS.filter((filterKey) => filters[filterKey].length > 0);
  if (wanted.length === 0) return cube;
  const name = JSON.stringify(wanted.map((filterKey) => [filterKey, filters[filterKey]]));
  const known = filtered.get(cube);
  if (known?.name === name) return known.cube;
  const left = wanted.reduce((of, filterKey) => filteredBy(of, filterKey, filters[filterKey]), cube);
  filtered.set(cube, { name, cube: left });
  return left;
}

function filteredBy(cube: Cube, filterKey: FieldFilter, wanted: readonly string[]): Cube {
  const column = cube.columns.find(({ field }) => field === FIELD_OF_FILTER[filterKey]);
  if (column === undefined) return cube;
  const { codes, values } = column;
  const passes = Uint8Array.from(values, (value) => (wanted.includes(valueKey(filterKey, value)) ? 1 : 0));
  const rows = new Uint32Array(cube.size);
  let size = 0;
  for (let row = 0; row < cube.size; row++) if (passes[codes[row] as number] === 1) rows[size++] = row;
  return { query: cube.query, ...takeRows(cube, rows.subarray(0, size), cube.query.groupBy) };
}

export function valueKey(filterKey: FieldFilter, text: string | null): string {
  return filterKey === "sizes" ? sizeKey(text) : marketCode(text);
}
