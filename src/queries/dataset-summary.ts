import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import { type Day, dayOfInstant, endOfMonth, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import { valueCounts } from "./value-counts.ts";

/** What the data holds altogether, whatever the reader looks at. */
export type DatasetSummary = {
  total: number;
  /** Referrals without a created date that could be read: outside every period. */
  undated: number;
  /**
   * First days of the months of the oldest and the newest created date, of the plausible ones where there are any: no
   * slip of a date moves a period or stretches an axis. Null when no referral has a date.
   */
  months: { first: Day; last: Day } | null;
  /** The referrals created before and after these: whole months, and how many. */
  implausible: readonly DatedReferrals[];
  /** Codes of the customer markets, most referrals first; ties by code. "" is no market. */
  markets: readonly { code: string; count: number }[];
};

/** Days, both included, and the referrals created in them. */
export type DatedReferrals = { from: Day; to: Day; count: number };

type Month = { day: Day; count: number };

/**
 * The summary from the answer to its query. A month is plausible from that of `first` to that of the time of the data
 * (ms since 1970 UTC).
 */
export function summariseDataset(cube: Cube, dataTime: number, first = FIRST_PLAUSIBLE): DatasetSummary {
  const rows = rowsOf(rollUp(cube, [{ field: "createdDate" }]));
  const months = rows
    .flatMap(({ keys: [day], count }) => (day ? [{ day, count }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const [from, to] = [dayOfInstant(first), dayOfInstant(dataTime - 1)];
  const plausible = months.filter(({ day }) => endOfMonth(day) >= from && day <= to);
  const shown = plausible.length > 0 ? plausible : months;
  const [oldest, newest] = [shown.at(0)?.day, shown.at(-1)?.day];
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    undated: rows.find(({ keys }) => keys[0] === null)?.count ?? 0,
    months: oldest && newest ? { first: oldest, last: newest } : null,
    implausible: [
      ...datedReferrals(months.filter(({ day }) => oldest && day < oldest)),
      ...datedReferrals(months.filter(({ day }) => newest && day > newest)),
    ],
    markets: valueCounts(cube, "markets").map(({ key, count }) => ({ code: key, count })),
  };
}

function datedReferrals(months: readonly Month[]): DatedReferrals[] {
  const [from, last] = [months.at(0)?.day, months.at(-1)?.day];
  if (!from || !last) return [];
  return [{ from, to: endOfMonth(last), count: months.reduce((sum, { count }) => sum + count, 0) }];
}
