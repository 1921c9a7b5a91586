import { countOfOutcome, type Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";

/** A figure of the first row. `unanswered` are the open ones that nobody has answered. */
export type KeyFigure =
  | { key: "created" | "acknowledged" | "accepted" | "won"; kind: "count"; count: number; share: Rate }
  | { key: "open"; kind: "count"; count: number; unanswered: number }
  | { key: "acceptance" | "win"; kind: "rate"; rate: Rate };

/** The figures of the first row, from the funnel of the selection. */
export function keyFiguresOf(funnel: Funnel): readonly KeyFigure[] {
  const counts = (["created", "acknowledged", "accepted", "won"] as const).map(
    (key): KeyFigure => ({
      key,
      kind: "count",
      count: funnel[key],
      share: rateOf(funnel[key], funnel.created),
    }),
  );
  return [
    ...counts,
    { key: "acceptance", kind: "rate", rate: acceptanceRate(funnel) },
    { key: "win", kind: "rate", rate: winRate(funnel) },
    { key: "open", kind: "count", count: funnel.open, unanswered: countOfOutcome(funnel, "open-new") },
  ];
}
