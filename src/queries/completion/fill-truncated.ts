import { add } from "#cube/add.ts";
import { type Cube, rowsOf, totalOf } from "#cube/cube.ts";
import { type Completeness, reconcile } from "#cube/reconcile.ts";
import { rollUp } from "#cube/roll-up.ts";
import { dayOfInstant, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import type { Period } from "#referrals/period.ts";
import { type QueryPart, splitByDate, splitByMarket, wholePart } from "./split-query.ts";

/** How to fetch, and how many more queries may be spent on completing a result. */
export type Fetchers = {
  grouped: (query: GroupedQuery) => Promise<Cube>;
  /** Referrals that pass a filter, fetched over the network; null when the service does not tell. */
  total: (filter: Filter | null) => Promise<number | null>;
  /** The same result as `grouped`, counted from single records. */
  counted: (query: GroupedQuery) => Promise<Cube>;
  now: () => number;
  queryBudget: number;
};

type Truncated = { part: QueryPart; cube: Cube; total: number };

/** Limit of parts per step: the estimate is far off when missing buckets differ from received ones. */
const MAX_PARTS = 100;

/**
 * Completes a truncated grouped result: queries narrower parts, by date, then by market, and adds them up; parts that
 * are truncated too are divided again. What cannot be divided is counted from its records. Returns the best result when
 * the query budget is used up.
 */
export async function fillTruncated(fetchers: Fetchers, truncated: Cube, total: number): Promise<Cube> {
  const { filter } = truncated.query;
  const whole = await completed(fetchers, { part: wholePart(filter), cube: truncated, total });
  return { ...whole, query: truncated.query };
}

/** Whether a result is truncated and the budget allows a first division. */
export function canFill(completeness: Completeness, queryBudget: number): boolean {
  return completeness.kind === "incomplete" && partsNeeded(completeness) <= queryBudget;
}

async function completed(fetchers: Fetchers, truncated: Truncated): Promise<Cube> {
  const parts = fetchers.queryBudget > 0 ? await partsOf(fetchers, truncated) : [];
  if (parts === null) return spend(fetchers, () => fetchers.counted(wireQuery(truncated)));
  const cubes = await inSequence(parts, (part) => fetchPart(fetchers, truncated, part));
  const sum = sumOf(cubes);
  if (sum === null || totalOf(sum) >= truncated.total) return better(truncated.cube, sum);
  const again = await inSequence(parts, (part, at) => checked(fetchers, part, cubes[at] ?? truncated.cube));
  return better(truncated.cube, sumOf(again));
}

/** The parts to divide a truncated part into; null when it can only be counted from records. */
async function partsOf(fetchers: Fetchers, { part, cube, total }: Truncated): Promise<QueryPart[] | null> {
  const byDate = splitByDate(
    part,
    Math.min(MAX_PARTS, partsNeeded({ counted: totalOf(cube), total })),
    daysSeen(fetchers, part, cube),
  );
  if (byDate) return byDate;
  if (part.isOneMarket) return null;
  const { filter } = part;
  const markets = await spend(fetchers, () =>
    fetchers.grouped({ filter, groupBy: ["customerMarket"], level: "day" }),
  );
  return splitByMarket(part, marketsOf(markets));
}

/** Compares a part's result with its total to detect truncation. */
async function checked(fetchers: Fetchers, part: QueryPart, cube: Cube): Promise<Cube> {
  if (fetchers.queryBudget <= 0) return cube;
  const total = await spend(fetchers, () => fetchers.total(part.filter));
  if (reconcile(cube, total).kind !== "incomplete" || total === null) return cube;
  return completed(fetchers, { part, cube, total });
}

function fetchPart(fetchers: Fetchers, { cube }: Truncated, part: QueryPart): Promise<Cube> {
  if (fetchers.queryBudget <= 0) return Promise.resolve(emptyCube(cube, part));
  return spend(fetchers, () => fetchers.grouped({ ...wireQuery({ part, cube }), filter: part.filter }));
}

function wireQuery({ cube, part }: Pick<Truncated, "cube" | "part">): GroupedQuery {
  // Only results from the network are completed; those have no quarters or years.
  return { ...(cube.query as GroupedQuery), filter: part.filter };
}

/**
 * Estimates the parts needed: a bucket holds at least one referral, and the received ones tell how many fit into a
 * response; plus a reserve of half as many.
 */
function partsNeeded({ counted, total }: { counted: number; total: number }): number {
  return Math.max(2, Math.ceil((1.5 * total) / Math.max(1, counted)));
}

function daysSeen({ now }: Fetchers, { field }: QueryPart, cube: Cube): Period {
  const column = cube.columns.find((one) => one.field === field);
  const days = (column?.values ?? []).filter((day) => day !== null).sort();
  const [from = dayOfInstant(FIRST_PLAUSIBLE)] = days;
  const [last = from] = [...days.slice(-1), dayOfInstant(now())].sort().slice(-1);
  return { from, to: last };
}

function marketsOf(cube: Cube): string[] {
  return rowsOf(rollUp(cube, [{ field: "customerMarket" }])).flatMap(({ keys }) => keys[0] ?? []);
}

function emptyCube({ query, columns }: Cube, { filter }: QueryPart): Cube {
  const none = columns.map(({ field }) => ({ field, codes: new Uint16Array(0), values: [] }));
  return { query: { ...query, filter }, size: 0, counts: new Float64Array(0), columns: none };
}

function sumOf(cubes: readonly Cube[]): Cube | null {
  const [first, ...rest] = cubes;
  return first ? rest.reduce(add, first) : null;
}

/** The more complete of two results. */
function better(truncated: Cube, other: Cube | null): Cube {
  return other && totalOf(other) >= totalOf(truncated) ? other : truncated;
}

function spend<T>(fetchers: Fetchers, send: () => Promise<T>): Promise<T> {
  fetchers.queryBudget -= 1;
  return send();
}

async function inSequence<A, B>(
  items: readonly A[],
  work: (item: A, at: number) => Promise<B>,
): Promise<B[]> {
  const results: B[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}
