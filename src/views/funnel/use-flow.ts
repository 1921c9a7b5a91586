import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { type Asked, mapAsked } from "#queries/asked.ts";
import { type JourneysAnswer, useJourneys } from "#queries/use-journeys.ts";
import { type Funnel, funnelOf } from "#referrals/funnel.ts";

const MARKET = ["customerMarket"] as const;
const WON_DATE = ["wonDate"] as const;

export type Flow = {
  asked: Asked<Funnel>;
  source: JourneysAnswer | null;
  /** Wins without a date of their own; null until that is known. */
  impliedWins: number | null;
};

/** The funnel of the page's selection. Which wins have a date is asked apart, since nothing else needs it. */
export function useFlow(): Flow {
  const { dataClient, basis } = useView();
  const { filter, terms } = basis.scope;
  const journeys = useJourneys(
    dataClient,
    useMemo(() => ({ filter, terms, fields: MARKET }), [filter, terms]),
  );
  const dated = useJourneys(
    dataClient,
    useMemo(() => ({ filter, terms, fields: WON_DATE }), [filter, terms]),
  );
  return {
    asked: mapAsked(journeys, ({ rows }) => funnelOf(rows)),
    source: sourceOf(journeys),
    impliedWins: dated.kind === "here" && !dated.isOld ? impliedWinsOf(dated.value) : null,
  };
}

function impliedWinsOf({ rows }: JourneysAnswer): number {
  const wins = rows.filter(({ outcome, keys: [date] }) => outcome === "won" && date === null);
  return wins.reduce((sum, { count }) => sum + count, 0);
}

/** What a panel says of its questions. */
export function sourceOf(asked: Asked<JourneysAnswer>): JourneysAnswer | null {
  return asked.kind === "here" ? asked.value : null;
}
