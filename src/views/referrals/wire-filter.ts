import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, termIs } from "#partner-center/filter-build.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { type Filters, NO_FILTERS } from "#referrals/filters.ts";
import { marketCode } from "#referrals/market.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";

/** What of a drill the service itself can be asked for: days, customer markets, sizes. */
export type Narrowed = { period: Period; filters: Filters };

/** The days and filters that a selection and a drill have in common. */
export function narrowed(
  { period, filters }: Pick<ResolvedSelection, "period" | "filters">,
  drill: Drill,
): Narrowed {
  return {
    period: inBoth(period, drill.within ?? period),
    filters: {
      ...NO_FILTERS,
      markets: both(filters.markets, drill.markets ?? []),
      sizes: both(filters.sizes, drill.sizes ?? []),
    },
  };
}

/** Days of neither are an empty period, which is asked for as the one that was drilled into: it is empty as well. */
function inBoth(a: Period, b: Period): Period {
  const [, from = b.from] = [a.from, b.from].sort();
  const [to = b.to] = [a.to, b.to].sort();
  return from <= to ? { from, to } : b;
}

/** None means all; where the lists have nothing in common, one of them is wide enough. */
function both(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const common = a.filter((value) => b.includes(value));
  return common.length === 0 ? b : common;
}

/** What a text that is counted as absent may be in the data. */
const ABSENT = [null, "", "UNKNOWN"] as const;

/** The spellings of market codes in the data; the codes themselves where they do not occur. */
export function spellingsOf(cube: Cube, codes: readonly string[]): readonly (string | null)[] {
  const texts = rowsOf(rollUp(cube, [{ field: "customerMarket" }])).map(({ keys }) => keys[0] ?? null);
  const spelled = texts.filter((text) => text !== null && codes.includes(marketCode(text)));
  if (codes.includes("")) return [...new Set([...ABSENT, ...spelled])];
  return spelled.length > 0 ? spelled : codes;
}

/** The filter of records for the service; `extent` knows how market codes are spelled. */
export function wireFilter(
  { period, filters }: Narrowed,
  date: ResolvedSelection["date"],
  dataset: Cube,
): Filter {
  const spellings = spellingsOf(dataset, filters.markets);
  const sizes = filters.sizes.flatMap((size) => (size === "" ? ABSENT : [size]));
  const filter = periodFilter(date, period);
  return allOf([filter, termIs("customerMarket", spellings), termIs("customerOrgSize", sizes)]) ?? filter;
}
