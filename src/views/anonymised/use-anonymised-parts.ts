import { useView } from "#dashboard/context/view-context.tsx";
import { valueKey } from "#queries/outcome-counts.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type AnonymisedStage, type AnonymisedTable, anonymisedFunnel } from "#referrals/anonymised.ts";
import { DIMENSIONS, type Dimension, FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import { anonymisedParts } from "./anonymised-model.ts";

/** Not outcomes: tables have them already, and over time their counts would be small. */
export const ANONYMISED_DIMENSIONS = ["market", "partner", "size"] as const satisfies readonly Dimension[];
export type AnonymisedDimension = (typeof ANONYMISED_DIMENSIONS)[number];

export type AnonymisedParts = {
  stages: QueryState<AnonymisedStage[] | null>;
  parts: QueryState<AnonymisedTable | null>;
  source: OutcomeCountsResult | null;
};

/** Outcomes of the selection, in total and by dimension, with small counts suppressed. */
export function useAnonymisedParts(by: AnonymisedDimension): AnonymisedParts {
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const filterKey = DIMENSIONS[by].filter;
  const outcomeCounts = useOutcomeCounts({ population, filters, fields: [FIELD_OF_FILTER[filterKey]] });
  return {
    stages: mapData(outcomeCounts, ({ rows }) => anonymisedFunnel(rows)),
    parts: mapData(outcomeCounts, ({ rows }) => anonymisedParts(rows, (text) => valueKey(filterKey, text))),
    source: outcomeCounts.kind === "success" ? outcomeCounts.value : null,
  };
}
