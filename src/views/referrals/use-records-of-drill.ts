import { useMemo, useState } from "react";
import { type Cube, rowsOf } from "#cube/cube.ts";
import { rollUp } from "#cube/roll-up.ts";
import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { MAX_UNCONFIRMED } from "#dashboard/data/use-selected-records.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, termIs } from "#partner-center/filter-build.ts";
import { printFilter } from "#partner-center/filter-print.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { DATASET_SUMMARY_QUERY, periodFilter } from "#queries/query-builders.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type RecordsState, useRecords } from "#queries/use-records.ts";
import { type Filters, NO_FILTERS } from "#referrals/filters.ts";
import { totalCounted } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";

/** The records that contain a list, or why they are not loaded yet. */
export type DrillRecords =
  | { kind: "counting" }
  | Extract<QueryState<unknown>, { kind: "error" }>
  | { kind: "too-many"; count: number; load: () => void }
  | {
      kind: "download";
      records: RecordsState;
      filter: Filter | null;
      /** The expected number; null when unknown. */
      expected: number | null;
    };

/** Fetches the records for a drill-through: of the period, or undated ones. */
export function useRecordsOfDrill(drill: Drill): DrillRecords {
  const inPeriod = useInPeriod(drill);
  const undated = useUndated(drill.undated === true);
  return drill.undated ? undated : inPeriod;
}

/** The whole period, if not too large; else narrowed by what the endpoint can filter. */
function useInPeriod(drill: Drill): DrillRecords {
  const { viewData } = useView();
  const { resolved, dataset } = viewData;
  const isWanted = !drill.undated;
  const isSmall = dataset.total <= MAX_UNCONFIRMED;
  const narrow = useMemo(() => narrowed(resolved, drill), [resolved, drill]);
  const whole = useGrouped(isWanted && !isSmall ? DATASET_SUMMARY_QUERY : null);
  const cube = currentData(whole)?.cube;
  const narrowFilter = useMemo(
    () => (cube ? wireFilter(narrow, resolved.date, cube) : null),
    [narrow, resolved.date, cube],
  );
  const counted = useOutcomeCounts(
    narrowFilter && { population: narrowFilter, filters: NO_FILTERS, fields: MARKET },
  );
  const result = currentData(counted);
  const count = result && totalCounted(result.rows);
  const filter = isSmall ? resolved.population : narrowFilter;
  const consent = useConsent(filter);
  const isRead = isWanted && filter !== null && (isSmall || consent.isGiven || fits(count));
  const records = useRecords(isRead ? filter : undefined);
  if (isRead) return { kind: "download", records, filter, expected: null };
  if (count === null || fits(count)) return countingOr(whole, counted);
  return { kind: "too-many", count, load: consent.give };
}

const MARKET = ["customerMarket"] as const;

/**
 * Records without the basis date. A filter for absence is undocumented and may miss unreadable dates: where it fails or
 * returns fewer than the grouped counts, all records are downloaded and filtered.
 */
function useUndated(isWanted: boolean): DrillRecords {
  const { viewData } = useView();
  const { dataset, resolved } = viewData;
  const { date } = resolved;
  const filter = useMemo((): Filter => ({ kind: "date-null", field: date, operator: "eq" }), [date]);
  const options = isWanted ? ({ filter: null, groupBy: [date], level: "month" } as const) : null;
  const grouped = useGrouped(options);
  const groups = currentData(grouped);
  const expected = groups && absentOf(rowsOf(groups.cube));
  const consent = useConsent(filter);
  const mayRead = isWanted && (consent.isGiven || fits(expected));
  const direct = useRecords(mayRead ? filter : undefined);
  const isShort = mayRead && expected !== null && fallsShort(direct, date, expected);
  const all = useRecords(isShort ? null : undefined);
  if (isShort) return { kind: "download", records: all, filter: null, expected };
  if (mayRead) return { kind: "download", records: direct, filter, expected };
  if (expected === null) return countingOr(grouped);
  return { kind: "too-many", count: Math.min(expected, dataset.total), load: consent.give };
}

/** Why there is no count yet: an error, or pending. */
function countingOr(...state: readonly QueryState<unknown>[]): DrillRecords {
  return state.find((one) => one.kind === "error") ?? { kind: "counting" };
}

function fits(count: number | null): boolean {
  return count !== null && count <= MAX_UNCONFIRMED;
}

function absentOf(rows: readonly { keys: readonly (string | null)[]; count: number }[]): number {
  return rows.find(({ keys }) => keys[0] === null)?.count ?? 0;
}

function fallsShort({ state }: RecordsState, date: DateField, expected: number): boolean {
  if (state.kind === "error") return true;
  return state.kind === "success" && lacking(state.value.table, date) < expected;
}

/** Records whose date is missing or unreadable. */
function lacking({ size, dates }: RecordTable, date: DateField): number {
  const { at } = dates[date];
  let count = 0;
  for (let row = 0; row < size; row++) if (Number.isNaN(at[row])) count++;
  return count;
}

/** The user's consent to a large download, for one filter. */
function useConsent(filter: Filter | null): { isGiven: boolean; give: () => void } {
  const name = filter ? printFilter(filter) : "";
  const [given, setGiven] = useState<string | null>(null);
  return { isGiven: given === name, give: () => setGiven(name) };
}

/** The parts of a drill-through that the endpoint can filter: days, customer markets, sizes. */
type Narrowed = { period: Period; filters: Filters };

/** The intersection of selection and drill-through. */
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

/** For an empty intersection the drill-through's period, whose result is empty, too. */
function inBoth(a: Period, b: Period): Period {
  const [, from = b.from] = [a.from, b.from].sort();
  const [to = b.to] = [a.to, b.to].sort();
  return from <= to ? { from, to } : b;
}

/** Empty means all; for disjoint lists one of them is narrow enough. */
function both(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const common = a.filter((value) => b.includes(value));
  return common.length === 0 ? b : common;
}

/** Values that count as absent. */
const ABSENT = [null, "", "UNKNOWN"] as const;

/** The spellings of market codes in the data; the code itself where it does not occur. */
export function spellingsOf(cube: Cube, codes: readonly string[]): readonly (string | null)[] {
  const texts = rowsOf(rollUp(cube, [{ field: "customerMarket" }])).map(({ keys }) => keys[0] ?? null);
  const spelled = texts.filter((text) => text !== null && codes.includes(marketCode(text)));
  if (codes.includes("")) return [...new Set([...ABSENT, ...spelled])];
  return spelled.length > 0 ? spelled : codes;
}

/** The endpoint's filter; `dataset` has the spellings of market codes. */
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
