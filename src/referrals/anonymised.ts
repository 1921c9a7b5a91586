import {
  type CountedRow,
  joinSmallNeighbours,
  MIN_CELL_COUNT,
  sumAt,
  suppressSmallCells,
} from "./cell-suppression.ts";
import { lastStage, type OutcomeCount } from "./funnel.ts";
import { OUTCOMES, type Outcome } from "./outcome.ts";
import { STAGES, type Stage } from "./stages.ts";

/**
 * `key` is null for the row of all small ones, `members` are the merged keys; `parts` is null where one of them, or one
 * that can be derived from it, would be small.
 */
export type AnonymisedRow = {
  key: string | null;
  members: readonly string[];
  count: number;
  parts: readonly number[] | null;
};

/** `columns` are the indexes of the merged original columns; `parts` follow them. */
export type AnonymisedTable = {
  rows: readonly AnonymisedRow[];
  columns: readonly (readonly number[])[];
  count: number;
  parts: readonly number[];
};

const OTHER = "\u0000other";

/**
 * Suppresses small counts in rows of disjoint classes; null when all together are fewer than `least`. Small columns are
 * merged with their neighbours, small rows into one. "every": a row with a small part counts as small. "some": it keeps
 * its count, but its parts are hidden, with those of as many other rows as it takes to prevent deriving them.
 */
export function anonymisedTable(
  rows: readonly CountedRow[],
  every: "every" | "some",
  least = MIN_CELL_COUNT,
): AnonymisedTable | null {
  const columns = joinSmallNeighbours(columnTotals(rows), least);
  if (columns === null) return null;
  const joined = rows.map(({ key, counts }) => ({ key, counts: columns.map((at) => sumAt(counts, at)) }));
  const shown = withMerged(
    joined,
    every === "every" ? (counts) => counts : (counts) => [total(counts)],
    least,
  );
  const hidden = suppressSmallCells(shown, least).merged?.keys ?? [];
  const parts = columnTotals(joined);
  return {
    rows: shown.map(({ key, counts, members }) => ({
      key: key === OTHER ? null : key,
      members,
      count: total(counts),
      parts: hidden.includes(key) ? null : counts,
    })),
    columns,
    count: total(parts),
    parts,
  };
}

type Merged = CountedRow & { members: readonly string[] };

/** The rows without small values of `measure`, and the others merged into one. */
function withMerged(
  rows: readonly CountedRow[],
  measure: (counts: readonly number[]) => readonly number[],
  least: number,
): Merged[] {
  const measured = rows.map(({ key, counts }) => ({ key, counts: measure(counts) }));
  const { merged } = suppressSmallCells(measured, least);
  const hidden = new Set(merged?.keys ?? []);
  const shown = rows.filter(({ key }) => !hidden.has(key)).map((row) => ({ ...row, members: [row.key] }));
  if (hidden.size === 0) return shown;
  const counts = columnTotals(rows.filter(({ key }) => hidden.has(key)));
  return [...shown, { key: OTHER, counts, members: [...hidden] }];
}

/** Referrals that dropped off at these stages by outcome; small outcomes are merged. */
export type AnonymisedStage = {
  stages: readonly Stage[];
  /** Referrals that reached the first of these stages. */
  reached: number;
  left: readonly { outcomes: readonly Outcome[]; count: number }[];
};

/**
 * The funnel with small counts suppressed; null when it holds fewer than `least`. A stage with few drop-offs is merged
 * with a neighbour, so that no small count is the difference of two stages.
 */
export function anonymisedFunnel(
  outcomeCounts: Iterable<OutcomeCount>,
  least = MIN_CELL_COUNT,
): AnonymisedStage[] | null {
  const byStage = new Map<Stage, Map<Outcome, number>>(STAGES.map((stage) => [stage, new Map()]));
  for (const outcomeCount of outcomeCounts) {
    const outcomes = byStage.get(lastStage(outcomeCount));
    outcomes?.set(outcomeCount.outcome, (outcomes.get(outcomeCount.outcome) ?? 0) + outcomeCount.count);
  }
  const dropOffsOf = (stage: Stage) => [...(byStage.get(stage) ?? [])];
  const totals = STAGES.map((stage) => total(dropOffsOf(stage).map(([, count]) => count)));
  const groups = joinSmallNeighbours(totals, least);
  return (
    groups?.map((places) => {
      const stages = places.flatMap((at) => STAGES[at] ?? []);
      const counts = new Map<Outcome, number>();
      for (const [outcome, count] of stages.flatMap(dropOffsOf))
        counts.set(outcome, (counts.get(outcome) ?? 0) + count);
      return { stages, reached: total(totals.slice(places[0])), left: leftOf(counts, least) };
    }) ?? null
  );
}

function leftOf(counts: ReadonlyMap<Outcome, number>, least: number): AnonymisedStage["left"] {
  const rows = OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0;
    return count === 0 ? [] : [{ key: outcome, counts: [count] }];
  });
  return withMerged(rows, (own) => own, least).map(({ members, counts: own }) => ({
    outcomes: OUTCOMES.filter((outcome) => members.includes(outcome)),
    count: total(own),
  }));
}

function columnTotals(rows: readonly CountedRow[]): number[] {
  const columns = rows[0]?.counts ?? [];
  return columns.map((_, at) => total(rows.map(({ counts }) => counts[at] ?? 0)));
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
