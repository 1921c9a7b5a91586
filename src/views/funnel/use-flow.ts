import { useView } from "#dashboard/context/view-context.tsx";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";

const MARKET = ["customerMarket"] as const;
const WON_DATE = ["wonDate"] as const;

export type Flow = {
  state: QueryState<Funnel>;
  source: QuerySource | null;
  /** Wins without a date of their own; null until that is known. */
  impliedWins: number | null;
};

/** The funnel of the page's selection. Which wins have a date is asked apart, since nothing else needs it. */
export function useFlow(): Flow {
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: MARKET });
  const dated = useOutcomeCounts({ population, filters, fields: WON_DATE });
  return {
    state: mapData(outcomeCounts, ({ rows }) => funnelOf(rows)),
    source: sourceOf(outcomeCounts),
    impliedWins: dated.kind === "success" && !dated.isPlaceholder ? impliedWinsOf(dated.value) : null,
  };
}

function impliedWinsOf({ rows }: OutcomeCountsResult): number {
  const wins = rows.filter(({ outcome, keys: [date] }) => outcome === "won" && date === null);
  return wins.reduce((sum, { count }) => sum + count, 0);
}
