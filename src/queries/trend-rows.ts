import type { Cube } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { DateField } from "#partner-center/fields.ts";
import { FIELD_OF_FILTER, type FieldFilter } from "#referrals/dimensions.ts";
import type { FilterKey, Filters } from "#referrals/filters.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { filteredCube, outcomeCountRows, valueKey } from "./outcome-counts.ts";
import type { StagesResult } from "./stages.ts";

/** Referrals by one filter's values and by date bucket, restricted to the filters. */
export function trendRows(cube: Cube, by: FieldFilter, date: DateField, filters: Filters): TrendRow[] {
  const { level } = cube.query;
  const table = rollUp(filteredCube(cube, filters), [
    { field: FIELD_OF_FILTER[by] },
    { field: date, grain: level },
  ]);
  const [values, days] = table.columns;
  if (values === undefined || days === undefined) return [];
  // Once per distinct value: there are tens of thousands of rows.
  const keys = values.values.map((text) => valueKey(by, text));
  const rows: TrendRow[] = [];
  table.counts.forEach((count, row) => {
    const day = days.values[days.codes[row] as number] ?? null;
    if (day !== null) rows.push({ key: keys[values.codes[row] as number] ?? "", day, count });
  });
  return rows;
}

/** The same from outcome counts, for trends by outcome or filtered by outcome. */
export function outcomeTrendRows(
  result: StagesResult,
  by: FilterKey,
  date: DateField,
  filters: Filters,
): TrendRow[] {
  const fields = by === "outcomes" ? [date] : ([date, FIELD_OF_FILTER[by]] as const);
  return outcomeCountRows(result, fields, filters).flatMap(
    ({ keys: [day = null, text = null], outcome, count }) => {
      if (day === null) return [];
      return [{ key: by === "outcomes" ? outcome : valueKey(by, text), day, count }];
    },
  );
}
