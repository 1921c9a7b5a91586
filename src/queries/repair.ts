import { add } from "#cube/add.ts";
import { type Cube, rowsOf, totalOf } from "#cube/cube.ts";
import { type Completeness, reconcile } from "#cube/reconcile.ts";
import { rollUp } from "#cube/roll-up.ts";
import { type Day, dayOfInstant } from "#lib/calendar.ts";
import type { Filter } from "#partner-center/filter.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import type { Period } from "#referrals/period.ts";
import { type Part, splitByDate, splitByMarket, wholePart } from "./split.ts";

/** The ways to ask, and how many more questions may be spent on making an answer complete. */
export type Asker = {
  grouped: (query: GroupedQuery) => Promise<Cube>;
  /** Referrals that pass a filter, null when the service does not tell; asked over the wire. */
  total: (filter: Filter | null) => Promise<number | null>;
  /** The same answer as `grouped`, counted from the records themselves. */
  counted: (query: GroupedQuery) => Promise<Cube>;
  now: () => number;
  queryBudget: number;
};

type Cut = { part: Part; cube: Cube; total: number };

/** Days of the first referrals there can be, where the answer itself does not tell. */
const FIRST_DAY: Day = "2010-01-01";

/** Pieces in one step: the estimate may be far off where the buckets that came are not like the others. */
const MOST_PIECES = 100;

/**
 * Completes a grouped answer from which the service left out buckets: asks for narrower parts, by date, then by
 * market, and adds them up; what cannot be divided any more is counted from its records. Parts that turn out to be
 * cut are divided again. Gives the best there is when the questions run out.
 */
export async function repaired(asker: Asker, cut: Cube, total: number): Promise<Cube> {
  const { filter } = cut.query;
  const whole = await completed(asker, { part: wholePart(filter), cube: cut, total });
  return { ...whole, query: cut.query };
}

/** Whether repairing is within reach: buckets left out, and questions enough for a first division. */
export function isRepairable(completeness: Completeness, queryBudget: number): boolean {
  return completeness.kind === "incomplete" && piecesOf(completeness) <= queryBudget;
}

async function completed(asker: Asker, cut: Cut): Promise<Cube> {
  const parts = asker.queryBudget > 0 ? await partsOf(asker, cut) : [];
  if (parts === null) return spend(asker, () => asker.counted(wireQuery(cut)));
  const cubes = await inTurn(parts, (part) => askPart(asker, cut, part));
  const sum = joined(cubes);
  if (sum === null || totalOf(sum) >= cut.total) return better(cut.cube, sum);
  const again = await inTurn(parts, (part, at) => checked(asker, part, cubes[at] ?? cut.cube));
  return better(cut.cube, joined(again));
}

/** How a cut part is divided; null when only its records are left. */
async function partsOf(asker: Asker, { part, cube, total }: Cut): Promise<Part[] | null> {
  const byDate = splitByDate(
    part,
    Math.min(MOST_PIECES, piecesOf({ counted: totalOf(cube), total })),
    daysSeen(asker, part, cube),
  );
  if (byDate) return byDate;
  if (part.isOneMarket) return null;
  const { filter } = part;
  const markets = await spend(asker, () =>
    asker.grouped({ filter, groupBy: ["customerMarket"], level: "day" }),
  );
  return splitByMarket(part, marketsOf(markets));
}

/** The total of a part tells whether it was cut too. */
async function checked(asker: Asker, part: Part, cube: Cube): Promise<Cube> {
  if (asker.queryBudget <= 0) return cube;
  const total = await spend(asker, () => asker.total(part.filter));
  if (reconcile(cube, total).kind !== "incomplete" || total === null) return cube;
  return completed(asker, { part, cube, total });
}

function askPart(asker: Asker, { cube }: Cut, part: Part): Promise<Cube> {
  if (asker.queryBudget <= 0) return Promise.resolve(nothingOf(cube, part));
  return spend(asker, () => asker.grouped({ ...wireQuery({ part, cube }), filter: part.filter }));
}

function wireQuery({ cube, part }: Pick<Cut, "cube" | "part">): GroupedQuery {
  // Repair starts from answers of the wire alone, which know no quarter and no year.
  return { ...(cube.query as GroupedQuery), filter: part.filter };
}

/** Buckets are at most as many as referrals, and those that came tell how many fit; half as many again for luck. */
function piecesOf({ counted, total }: { counted: number; total: number }): number {
  return Math.max(2, Math.ceil((1.5 * total) / Math.max(1, counted)));
}

function daysSeen({ now }: Asker, { field }: Part, cube: Cube): Period {
  const column = cube.columns.find((one) => one.field === field);
  const days = (column?.values ?? []).filter((day) => day !== null).sort();
  const [from = FIRST_DAY] = days;
  const [last = from] = [...days.slice(-1), dayOfInstant(now())].sort().slice(-1);
  return { from, to: last };
}

function marketsOf(cube: Cube): string[] {
  return rowsOf(rollUp(cube, [{ field: "customerMarket" }])).flatMap(({ keys }) => keys[0] ?? []);
}

function nothingOf({ query, columns }: Cube, { filter }: Part): Cube {
  const none = columns.map(({ field }) => ({ field, codes: new Uint16Array(0), values: [] }));
  return { query: { ...query, filter }, size: 0, counts: new Float64Array(0), columns: none };
}

function joined(cubes: readonly Cube[]): Cube | null {
  const [first, ...rest] = cubes;
  return first ? rest.reduce(add, first) : null;
}

/** An answer from parts is worth having only when it holds more than the one that was cut. */
function better(cut: Cube, other: Cube | null): Cube {
  return other && totalOf(other) >= totalOf(cut) ? other : cut;
}

function spend<T>(asker: Asker, ask: () => Promise<T>): Promise<T> {
  asker.queryBudget -= 1;
  return ask();
}

async function inTurn<A, B>(items: readonly A[], work: (item: A, at: number) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}
