import type { Cube } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { DateField } from "#partner-center/fields.ts";
import { FIELD_OF_TERM, type GroupTerm, type Terms } from "#referrals/terms.ts";
import type { TrendRow } from "#referrals/trend.ts";
import { ofTerms, outcomeCountRows, termKey } from "./outcome-counts.ts";
import type { StagesAnswer } from "./stages.ts";

/** What a trend can be split by. */
export type TrendSplit = GroupTerm | "outcomes";

/** Referrals of these terms by the values of one of them and by bucket of a date. */
export function trendRows(cube: Cube, by: GroupTerm, date: DateField, terms: Terms): TrendRow[] {
  const { level } = cube.query;
  const table = rollUp(ofTerms(cube, terms), [{ field: FIELD_OF_TERM[by] }, { field: date, grain: level }]);
  const [values, days] = table.columns;
  if (values === undefined || days === undefined) return [];
  // Once for each value, not for each row: there are tens of thousands of rows.
  const keys = values.values.map((text) => termKey(by, text));
  const rows: TrendRow[] = [];
  table.counts.forEach((count, row) => {
    const day = days.values[days.codes[row] as number] ?? null;
    if (day !== null) rows.push({ key: keys[values.codes[row] as number] ?? "", day, count });
  });
  return rows;
}

/** The same from outcome counts, for what only they tell: by outcome, or of some outcomes. */
export function outcomeTrendRows(
  answer: StagesAnswer,
  by: TrendSplit,
  date: DateField,
  terms: Terms,
): TrendRow[] {
  const fields = by === "outcomes" ? [date] : ([date, FIELD_OF_TERM[by]] as const);
  return outcomeCountRows(answer, fields, terms).flatMap(
    ({ keys: [day = null, text = null], outcome, count }) => {
      if (day === null) return [];
      return [{ key: by === "outcomes" ? outcome : termKey(by, text), day, count }];
    },
  );
}
