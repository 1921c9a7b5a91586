import { useView } from "#dashboard/context/view-context.tsx";
import { valueKey } from "#queries/outcome-counts.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type AudienceStage, type AudienceTable, audienceFunnel } from "#referrals/audience.ts";
import { DIMENSIONS, type Dimension, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import { partsOf } from "./audience-model.ts";

/** Outcomes are what every part is told by already; once more over time they would tell of few. */
export const AUDIENCE_DIMENSIONS = ["market", "partner", "size"] as const satisfies readonly Dimension[];
export type AudienceDimension = (typeof AUDIENCE_DIMENSIONS)[number];

export type AudienceBreakdown = {
  stages: QueryState<AudienceStage[] | null>;
  parts: QueryState<AudienceTable | null>;
  source: OutcomeCountsResult | null;
};

/** What became of the referrals of the selection, as a whole and by a filter, as an audience may see it. */
export function useAudienceBreakdown(by: AudienceDimension): AudienceBreakdown {
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const filterKey = DIMENSIONS[by].filter;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: [FIELD_OF_FILTER[filterKey]] });
  return {
    stages: mapData(outcomeCounts, ({ rows }) => audienceFunnel(rows)),
    parts: mapData(outcomeCounts, ({ rows }) => partsOf(rows, (text) => valueKey(filterKey, text))),
    source: outcomeCounts.kind === "success" ? outcomeCounts.value : null,
  };
}
