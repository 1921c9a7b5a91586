import { type CountedRow, MIN_CELL_COUNT, suppressSmallCells } from "./cell-suppression.ts";
import { lastStage, type OutcomeCount, STAGES, type Stage } from "./funnel.ts";
import { OUTCOMES, type Outcome } from "./outcome.ts";
import { joinSmallNeighbours, sumAt } from "./small-neighbours.ts";

/**
 * A row that may be shown. `key` is null for the one that holds all small ones, `members` are the keys in it; `parts`
 * are null where one of them, or what follows from it, would be small.
 */
export type AnonymisedRow = {
  key: string | null;
  members: readonly string[];
  count: number;
  parts: readonly number[] | null;
};

/** `columns` are the places of the given columns that stand together; `parts` of the rows and of all follow them. */
export type AnonymisedTable = {
  rows: readonly AnonymisedRow[];
  columns: readonly (readonly number[])[];
  count: number;
  parts: readonly number[];
};

const OTHER = "\u0000other";

/**
 * Rows by classes that no referral shares, as the anonymised view may show them; null where all together are fewer than `least`.
 * Small classes go to their neighbours, small rows into one. With `every` part of every row shown, a row with a small
 * part is small; else it keeps its count, and its parts stay hidden with those of as many others as hides them.
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

/** The rows whose `measure` holds nothing small, and the others as one. */
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

/** Referrals that left at these stages, by outcome; outcomes that are small there stand together. */
export type AnonymisedStage = {
  stages: readonly Stage[];
  /** How many came here or further. */
  reached: number;
  left: readonly { outcomes: readonly Outcome[]; count: number }[];
};

/**
 * The funnel as the anonymised view may show it; null where it holds fewer than `least`. A stage at which few left is joined
 * with the one before or after it, so that no count follows from two stages.
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
