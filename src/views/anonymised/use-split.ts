import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { termKey } from "#queries/outcome-counts.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { type AudienceStage, type AudienceTable, audienceFunnel } from "#referrals/audience.ts";
import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import { FIELD_OF_TERM } from "#referrals/terms.ts";
import { partsOf } from "./audience-model.ts";

/** Outcomes are what every part is told by already; once more over time they would tell of few. */
export const AUDIENCE_SPLITS = ["market", "partner", "size"] as const satisfies readonly Breakdown[];
export type AudienceSplit = (typeof AUDIENCE_SPLITS)[number];

export type Split = {
  stages: QueryState<AudienceStage[] | null>;
  parts: QueryState<AudienceTable | null>;
  source: OutcomeCountsResult | null;
};

/** What became of the referrals of the selection, as a whole and by a term, as an audience may see it. */
export function useSplit(by: AudienceSplit): Split {
  const { dataClient, basis } = useView();
  const { filter, terms } = basis.scope;
  const term = TERM_OF_BREAKDOWN[by];
  const outcomeCounts = useOutcomeCounts(
    dataClient,
    useMemo(() => ({ filter, terms, fields: [FIELD_OF_TERM[term]] }), [filter, terms, term]),
  );
  return {
    stages: mapData(outcomeCounts, ({ rows }) => audienceFunnel(rows)),
    parts: mapData(outcomeCounts, ({ rows }) => partsOf(rows, (text) => termKey(term, text))),
    source: outcomeCounts.kind === "success" ? outcomeCounts.value : null,
  };
}
