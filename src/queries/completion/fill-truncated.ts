import { add } from "#cube/add.ts";
import { type Cube, rowsOf, totalOf } from "#cube/cube.ts";
import { type Completeness, reconcile } from "#cube/reconcile.ts";
import { rollUp } from "#cube/roll-up.ts";
import { dayOfInstant, FIRST_PLAUSIBLE } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import type { Period } from "#referrals/period.ts";
import { type QueryPart, splitByDate, splitByMarket, wholePart } from "./split-query.ts";

/** The ways to ask, and how many more queries may be spent on making an answer complete. */
export type Fetchers = {
  grouped: (query: GroupedQuery) => Promise<Cube>;
  /** Referrals that pass a filter, null when the service does not tell; asked over the wire. */
  total: (filter: Filter | null) => Promise<number | null>;
  /** The same answer as `grouped`, counted from the records themselves. */
  counted: (query: GroupedQuery) => Promise<Cube>;
  now: () => number;
  queryBudget: number;
};

type Truncated = { part: QueryPart; cube: Cube; total: number };

/** Pieces in one step: the estimate may be far off where the buckets that came are not like the others. */
const MAX_PIECES = 100;

/**
 * Completes a grouped answer from which the service left out buckets: asks for narrower parts, by date, then by
 * market, and adds them up; what cannot be divided any more is counted from its records. Parts that turn out to be
 * cut are divided again. Gives the best there is when the queries run out.
 */
export async function fillTruncated(fetchers: Fetchers, truncated: Cube, total: number): Promise<Cube> {
  const { filter } = truncated.query;
  const whole = await completed(fetchers, { part: wholePart(filter), cube: truncated, total });
  return { ...whole, query: truncated.query };
}

/** Whether repairing is within reach: buckets left out, and queries enough for a first division. */
export function canFill(completeness: Completeness, queryBudget: number): boolean {
  return completeness.kind === "incomplete" && piecesOf(completeness) <= queryBudget;
}

async function completed(fetchers: Fetchers, truncated: Truncated): Promise<Cube> {
  const parts = fetchers.queryBudget > 0 ? await partsOf(fetchers, truncated) : [];
  if (parts === null) return spend(fetchers, () => fetchers.counted(wireQuery(truncated)));
  const cubes = await inTurn(parts, (part) => fetchPart(fetchers, truncated, part));
  const sum = joined(cubes);
  if (sum === null || totalOf(sum) >= truncated.total) return better(truncated.cube, sum);
  const again = await inTurn(parts, (part, at) => checked(fetchers, part, cubes[at] ?? truncated.cube));
  return better(truncated.cube, joined(again));
}

/** How a cut part is divided; null when only its records are left. */
async function partsOf(fetchers: Fetchers, { part, cube, total }: Truncated): Promise<QueryPart[] | null> {
  const byDate = splitByDate(
    part,
    Math.min(MAX_PIECES, piecesOf({ counted: totalOf(cube), total })),
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

/** The total of a part tells whether it was cut too. */
async function checked(fetchers: Fetchers, part: QueryPart, cube: Cube): Promise<Cube> {
  if (fetchers.queryBudget <= 0) return cube;
  const total = await spend(fetchers, () => fetchers.total(part.filter));
  if (reconcile(cube, total).kind !== "incomplete" || total === null) return cube;
  return completed(fetchers, { part, cube, total });
}

function fetchPart(fetchers: Fetchers, { cube }: Truncated, part: QueryPart): Promise<Cube> {
  if (fetchers.queryBudget <= 0) return Promise.resolve(nothingOf(cube, part));
  return spend(fetchers, () => fetchers.grouped({ ...wireQuery({ part, cube }), filter: part.filter }));
}

function wireQuery({ cube, part }: Pick<Truncated, "cube" | "part">): GroupedQuery {
  // Repair starts from answers of the wire alone, which know no quarter and no year.
  return { ...(cube.query as GroupedQuery), filter: part.filter };
}

/** Buckets are at most as many as referrals, and those that came tell how many fit; half as many again for luck. */
function piecesOf({ counted, total }: { counted: number; total: number }): number {
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

function nothingOf({ query, columns }: Cube, { filter }: QueryPart): Cube {
  const none = columns.map(({ field }) => ({ field, codes: new Uint16Array(0), values: [] }));
  return { query: { ...query, filter }, size: 0, counts: new Float64Array(0), columns: none };
}

function joined(cubes: readonly Cube[]): Cube | null {
  const [first, ...rest] = cubes;
  return first ? rest.reduce(add, first) : null;
}

/** An answer from parts is worth having only when it holds more than the one that was cut. */
function better(truncated: Cube, other: Cube | null): Cube {
  return other && totalOf(other) >= totalOf(truncated) ? other : truncated;
}

function spend<T>(fetchers: Fetchers, ask: () => Promise<T>): Promise<T> {
  fetchers.queryBudget -= 1;
  return ask();
}

async function inTurn<A, B>(items: readonly A[], work: (item: A, at: number) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}
