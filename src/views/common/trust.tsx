import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Asked } from "#queries/asked.ts";
import { newOf } from "#queries/asked.ts";
import { leastCertain } from "#queries/completeness.ts";
import type { JourneysAnswer } from "#queries/use-journeys.ts";
import { hasTerms } from "#referrals/terms.ts";
import { totalCounted } from "./total-counted.ts";
import { TrustLine } from "./trust-line.tsx";
import { useView } from "./view-context.tsx";

export type TrustProps = { journeys: Asked<JourneysAnswer>; everything: Asked<JourneysAnswer> };

/** The line above all panels: how far the selection can be trusted. `everything` is the period without its terms. */
export function Trust({ journeys, everything }: TrustProps): ReactNode {
  const { config, basis } = useView();
  const { scope, extent, dataTime } = basis;
  const queries = useQueryClient();
  const isUpdating = useIsFetching({ predicate: ({ meta }) => meta?.isQuiet !== true }) > 0;
  const settled = newOf(journeys);
  const countOf = (asked: Asked<JourneysAnswer>) =>
    asked.kind === "here" ? totalCounted(asked.value.rows) : null;
  return (
    <TrustLine
      completeness={settled && leastCertain(settled.completeness)}
      count={countOf(journeys)}
      outOf={hasTerms(scope.terms) ? countOf(everything) : null}
      dataTime={dataTime}
      undated={extent.undated}
      data={config.data}
      isRenewed={journeys.kind !== "here" || journeys.trouble === null}
      isUpdating={isUpdating}
      onRefresh={() => void queries.invalidateQueries()}
    />
  );
}
