import { rowsOf } from "#aggregates/cube.ts";
import { type Dimension, rollUp } from "#aggregates/roll-up.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { MarketJourney } from "#referrals/market-table.ts";
import { CLOSING_DATES, needsClosingDates, outcomeOf } from "#referrals/outcome.ts";
import type { GroupedResult, StagesResult } from "./analytics.ts";

const STAGE_DIMENSIONS: readonly Dimension[] = [
  { field: "status" },
  { field: "customerMarket" },
  { field: "acknowledgedDate", presence: true },
  { field: "acceptedDate", presence: true },
];

const CLOSING_DIMENSIONS: readonly Dimension[] = [
  ...STAGE_DIMENSIONS,
  ...CLOSING_DATES.map((field) => ({ field, presence: true }) as const),
];

/** Journeys by customer market from the grouped answers; unclear statuses are taken from the closing dates. */
export function journeyRows({ stages, closing }: StagesResult): MarketJourney[] {
  const clear = journeysFrom(stages, STAGE_DIMENSIONS, (status) => !needsClosingDates(status));
  return closing ? [...clear, ...journeysFrom(closing, CLOSING_DIMENSIONS, needsClosingDates)] : clear;
}

function journeysFrom(
  { cube }: GroupedResult,
  dimensions: readonly Dimension[],
  wanted: (status: string | null) => boolean,
): MarketJourney[] {
  return rowsOf(rollUp(cube, dimensions)).flatMap(({ keys, count }) => {
    const [status = null, market = null] = keys;
    if (!wanted(status)) return [];
    const present = presentDates(dimensions, keys);
    return [
      {
        market,
        outcome: outcomeOf(status, (field) => present.has(field)),
        acknowledged: present.has("acknowledgedDate"),
        accepted: present.has("acceptedDate"),
        count,
      },
    ];
  });
}

function presentDates(dimensions: readonly Dimension[], keys: readonly (string | null)[]): Set<DateField> {
  const present = new Set<DateField>();
  for (const [at, dimension] of dimensions.entries()) {
    if ("presence" in dimension && keys[at] !== null) present.add(dimension.field);
  }
  return present;
}
