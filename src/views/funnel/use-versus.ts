import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import type { AskedSource } from "#dashboard/panel/asked-panel.tsx";
import type { Asked } from "#queries/asked.ts";
import { periodFilter } from "#queries/questions.ts";
import { type JourneysAnswer, useJourneys } from "#queries/use-journeys.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { type Side, type Versus, type VersusRow, versusOf } from "./versus-model.ts";

const MARKET = ["customerMarket"] as const;

/** The rows of a comparison; none where nothing is compared. */
export function useVersus(versus: Versus | null): { asked: Asked<VersusRow[]>; source: AskedSource | null } {
  const [a, b] = [useSide(versus?.a ?? null), useSide(versus?.b ?? null)];
  if (versus === null)
    return { asked: { kind: "here", value: [], isOld: false, trouble: null }, source: null };
  if (a.kind !== "here") return { asked: a, source: null };
  if (b.kind !== "here") return { asked: b, source: null };
  return {
    asked: {
      kind: "here",
      value: versusOf(funnelOf(a.value.rows), funnelOf(b.value.rows)),
      isOld: a.isOld || b.isOld,
      trouble: a.trouble ?? b.trouble,
    },
    source: {
      questions: [...new Set([...a.value.questions, ...b.value.questions])],
      completeness: [...a.value.completeness, ...b.value.completeness],
    },
  };
}

function useSide(side: Side | null): Asked<JourneysAnswer> {
  const { dataClient, basis } = useView();
  const { date } = basis.scope;
  return useJourneys(
    dataClient,
    useMemo(
      () => side && { filter: periodFilter(date, side.period), terms: side.terms, fields: MARKET },
      [side, date],
    ),
  );
}
