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

/** The rows of a result that pass the filters; markets by code. Outcomes are ignored: a result does not have them. */
export function filteredCube(cube: Cube, filters: Filters): Cube {
  return FIELD_FILTERS.reduce((left, filterKey) => filteredBy(left, filterKey, filters[filterKey]), cube);
}

function filteredBy(cube: Cube, filterKey: FieldFilter, wanted: readonly string[]): Cube {
  const column = cube.columns.find(({ field }) => field === FIELD_OF_FILTER[filterKey]);
  if (wanted.length === 0 || column === undefined) return cube;
  const passes = column.values.map((value) => wanted.includes(valueKey(filterKey, value)));
  const rows = Uint32Array.from(column.codes.keys()).filter((row) => passes[column.codes[row] as number]);
  return { query: cube.query, ...takeRows(cube, rows, cube.query.groupBy) };
}

/** The filter key of a value in the data. */
export function valueKey(filterKey: FieldFilter, text: string | null): string {
  return filterKey === "sizes" ? sizeKey(text) : marketCode(text);
}
