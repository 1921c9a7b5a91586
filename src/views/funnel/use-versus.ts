import { comparedAt } from "#dashboard/context/compared-at.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useIsAcceptanceUnproved } from "#dashboard/data/use-comparison.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { periodFilter } from "#queries/query-builders.ts";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type StandingResult, useStandingCounts } from "#queries/use-standing-counts.ts";
import type { Judged } from "#referrals/comparison.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { type Side, type Versus, type VersusRow, versusOf } from "./versus-model.ts";

const MARKET = ["customerMarket"] as const;

/** The rows of a comparison; empty without one. */
export function useVersus(versus: Versus | null): {
  state: QueryState<VersusRow[]>;
  source: QuerySource | null;
} {
  const { selection } = useView();
  const a = useSide(versus?.a ?? null);
  // The table shows both ways of judging.
  const at = useEqualAge(versus);
  const standing = useStandingSide(at === null ? null : (versus?.b ?? null), at);
  const asKnown = useSide(at === null ? (versus?.b ?? null) : null);
  const isAcceptanceUnproved = useIsAcceptanceUnproved();
  const b: QueryState<OutcomeCountsResult & Partial<StandingResult>> = at === null ? asKnown : standing;
  if (versus === null)
    return { state: { kind: "success", value: [], isPlaceholder: false, refreshError: null }, source: null };
  if (a.kind !== "success") return { state: a, source: null };
  if (b.kind !== "success") return { state: b, source: null };
  return {
    state: {
      kind: "success",
      value: rowsOf(a.value.rows, b.value, selection.judged, isAcceptanceUnproved),
      isPlaceholder: a.isPlaceholder || b.isPlaceholder,
      refreshError: a.refreshError ?? b.refreshError,
    },
    source: {
      queries: [...new Set([...a.value.queries, ...b.value.queries])],
      completeness: [...a.value.completeness, ...b.value.completeness],
    },
  };
}

function rowsOf(
  a: readonly OutcomeCountRow[],
  { rows, late = rows, today }: OutcomeCountsResult & Partial<StandingResult>,
  judged: Judged,
  isAcceptanceUnproved: boolean,
): VersusRow[] {
  const [now, before] = [funnelOf(a), funnelOf(rows)];
  if (today === undefined) return versusOf(now, before);
  if (judged === "today") return versusOf(now, funnelOf(today), { other: before });
  return versusOf(now, before, { other: funnelOf(today), late: funnelOf(late), isAcceptanceUnproved });
}

/** The instant at which the other period was as old as the page's; null for a rival, which has the same period. */
function useEqualAge(versus: Versus | null): number | null {
  const { viewData, selection } = useView();
  if (versus === null || versus.kind === "rival") return null;
  return comparedAt({ viewData, selection: { ...selection, judged: "equal-age" } });
}

function useStandingSide(side: Side | null, asOf: number | null): QueryState<StandingResult> {
  const { date } = useView().viewData.resolved;
  return useStandingCounts(side && asOf !== null ? { ...countsOf(side, date), date, asOf } : null);
}

function useSide(side: Side | null): QueryState<OutcomeCountsResult> {
  const { date } = useView().viewData.resolved;
  return useOutcomeCounts(side && countsOf(side, date));
}

function countsOf({ period, filters }: Side, date: DateField) {
  return { population: periodFilter(date, period), filters, fields: MARKET };
}
