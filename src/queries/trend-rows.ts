import { rowsOf } from "#aggregates/cube.ts";
import { marketCode } from "#referrals/market.ts";
import type { TrendRow } from "#referrals/trend.ts";
import type { GroupedResult } from "./analytics.ts";

/** Created referrals by market code and first day of the bucket, from the answer to the trend question. */
export function trendRows({ cube }: GroupedResult): TrendRow[] {
  return rowsOf(cube).flatMap(({ keys: [market = null, day = null], count }) =>
    day === null ? [] : [{ key: marketCode(market), day, count }],
  );
}
