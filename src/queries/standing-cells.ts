import type { Filters } from "#referrals/filters.ts";
import type { OutcomeCount } from "#referrals/funnel.ts";
import { decodeOutcomeState, encodeOutcomeState, OUTCOME_STATES } from "#referrals/standing-rows.ts";
import type { OutcomeCountRow } from "./outcome-counts.ts";

type OutcomeState = Omit<OutcomeCount, "count">;
type Keys = readonly (string | null)[];
type KeyColumn = { codes: ArrayLike<number>; values: Keys };

/** Counts by keys and outcome; a count may temporarily be below 0. */
export type Cells = {
  add: (keys: Keys, state: OutcomeState, count: number) => void;
  /** The counts by outcome of the cell that a row belongs to. */
  at: (columns: readonly KeyColumn[], row: number) => Float64Array;
  each: (visit: (keys: Keys, state: OutcomeState, count: number) => void) => void;
  copy: () => Cells;
};

type Cell = { keys: Keys; counts: Float64Array };

/** An empty set of cells with `width` keys each. */
export function cellsOf(width: number, cells = new Map<string, Cell>()): Cells {
  // There are thousands of rows but few distinct keys: look up each combination once.
  const known = new WeakMap<readonly KeyColumn[], Map<number, Float64Array>>();
  const of = (keys: Keys): Float64Array => {
    const name = width === 0 ? "" : JSON.stringify(keys);
    const cell = cells.get(name) ?? { keys, counts: new Float64Array(OUTCOME_STATES) };
    cells.set(name, cell);
    return cell.counts;
  };
  return {
    add: (keys, state, count) => {
      const [counts, code] = [of(keys), encodeOutcomeState(state)];
      counts[code] = (counts[code] as number) + count;
    },
    at: (columns, row) => {
      const places = known.get(columns) ?? new Map<number, Float64Array>();
      known.set(columns, places);
      const place = columns.reduce(
        (sum, { codes, values }) => sum * values.length + (codes[row] as number),
        0,
      );
      const counts =
        places.get(place) ?? of(columns.map(({ codes, values }) => values[codes[row] as number] ?? null));
      places.set(place, counts);
      return counts;
    },
    each: (visit) => {
      for (const { keys, counts } of cells.values())
        for (const [code, count] of counts.entries())
          if (count !== 0) visit(keys, decodeOutcomeState(code), count);
    },
    copy: () => {
      const copied = [...cells].map(
        ([name, { keys, counts }]) => [name, { keys, counts: counts.slice() }] as const,
      );
      return cellsOf(width, new Map(copied));
    },
  };
}

/** Cells as rows, restricted to the outcomes that the filters allow. */
export function rowsOfCells(cells: Cells, filters: Pick<Filters, "outcomes"> | null): OutcomeCountRow[] {
  const rows: OutcomeCountRow[] = [];
  const outcomes = filters?.outcomes ?? [];
  cells.each((keys, state, count) => {
    const isWanted = outcomes.length === 0 || outcomes.includes(state.outcome);
    if (count > 0 && isWanted) rows.push({ keys, ...state, count });
  });
  return rows;
}

/** What an outcome known from its status alone was, if it came later: open, as far as its dates say. */
export function lateState({ acknowledged, accepted }: OutcomeState): OutcomeState {
  const outcome = accepted ? "open-accepted" : acknowledged ? "open-acknowledged" : "open-new";
  return { outcome, acknowledged, accepted };
}
