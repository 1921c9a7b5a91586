import { type Cube, rowsOf } from "#aggregates/cube.ts";
import { type Dimension, rollUp } from "#aggregates/roll-up.ts";
import { take } from "#aggregates/slice.ts";
import type { DateField, Field } from "#partner-center/fields.ts";
import type { Journey } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import { CLOSING_DATES, needsClosingDates, outcomeOf } from "#referrals/outcome.ts";
import type { StagesAnswer } from "./stages.ts";

/** Referrals that went the same way and have the same value of a field, as it stands in the data. */
export type OutcomeRow = Journey & { key: string | null };

const present = (field: DateField): Dimension => ({ field, presence: true });

/** Journeys by the values of a field; statuses that do not tell are taken from the closing dates. */
export function outcomeRows({ stages, closing }: StagesAnswer, field: Field): OutcomeRow[] {
  const stageDates = ["acknowledgedDate", "acceptedDate"] as const;
  const clear = rowsFrom(stages.cube, field, stageDates, (status) => !needsClosingDates(status));
  if (!closing) return clear;
  return [...clear, ...rowsFrom(closing.cube, field, [...stageDates, ...CLOSING_DATES], needsClosingDates)];
}

function rowsFrom(
  cube: Cube,
  field: Field,
  dates: readonly DateField[],
  wanted: (status: string | null) => boolean,
): OutcomeRow[] {
  const table = rollUp(cube, [{ field: "status" }, { field }, ...dates.map(present)]);
  return rowsOf(table).flatMap(({ keys: [status = null, key = null, ...marks], count }) => {
    if (!wanted(status)) return [];
    const has = (date: DateField) => (marks[dates.indexOf(date)] ?? null) !== null;
    const stages = { acknowledged: has("acknowledgedDate"), accepted: has("acceptedDate") };
    return [{ key, outcome: outcomeOf(status, has), ...stages, count }];
  });
}

/** The part of an answer that is about these customer markets, by code; none means all. */
export function ofMarkets(cube: Cube, codes: readonly string[]): Cube {
  const column = cube.columns.find(({ field }) => field === "customerMarket");
  if (codes.length === 0 || column === undefined) return cube;
  const wanted = column.values.map((value) => codes.includes(marketCode(value)));
  const rows = Uint32Array.from(column.codes.keys()).filter((row) => wanted[column.codes[row] as number]);
  return { query: cube.query, ...take(cube, rows, cube.query.groupBy) };
}
