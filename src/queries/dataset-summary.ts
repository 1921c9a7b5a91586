import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { Day } from "#lib/calendar.ts";
import { valueCounts } from "./value-counts.ts";

/** What the data holds altogether, whatever the reader looks at. */
export type DatasetSummary = {
  total: number;
  /** Referrals without a created date that could be read: outside every period. */
  undated: number;
  /** First days of the months of the oldest and the newest created date; null when no referral has one. */
  months: { first: Day; last: Day } | null;
  /** Codes of the customer markets, most referrals first; ties by code. "" is no market. */
  markets: readonly { code: string; count: number }[];
};

/** The summary from the answer to its query. */
export function summariseDataset(cube: Cube): DatasetSummary {
  const months = rowsOf(rollUp(cube, [{ field: "createdDate" }]));
  const dated = months.flatMap(({ keys }) => keys[0] ?? []).sort();
  const [first, last] = [dated.at(0), dated.at(-1)];
  return {
    total: months.reduce((sum, { count }) => sum + count, 0),
    undated: months.find(({ keys }) => keys[0] === null)?.count ?? 0,
    months: first && last ? { first, last } : null,
    markets: valueCounts(cube, "markets").map(({ key, count }) => ({ code: key, count })),
  };
}
