import type { Judged } from "#referrals/comparison.ts";
import { countOfOutcome, type Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { type Change, countChange, type Rate, rateChange, rateOf, unproved } from "#referrals/rate.ts";

/** A key figure; `change` is null without a comparison. */
export type KeyFigure =
  | {
      key: "created" | "acknowledged" | "accepted" | "won";
      kind: "count";
      count: number;
      share: Rate;
      change: Change | null;
      before: Before<number>;
    }
  | { key: "acceptance" | "win"; kind: "rate"; rate: Rate; change: Change | null; before: Before<Rate> }
  /** As of now, regardless of the period; `unanswered` are open and not answered. */
  | { key: "open"; kind: "now"; count: number; unanswered: number }
  | { key: "overdue"; kind: "now"; count: LateCount };

/** A count that loads later: pending, failed, or not available from the source. */
export type LateCount = number | "waiting" | "missing" | "absent";

/** The old figure by either way of judging; null without a comparison. */
export type Before<T> = Readonly<Record<Judged, T>> | null;

/** The funnels of both periods, cut to the days that have passed. */
export type ComparedFunnels = {
  now: Funnel;
  before: Funnel;
  /** The earlier funnel if all undated outcomes came later. */
  late: Funnel;
  /** The source has no acceptance dates. */
  isAcceptanceUnproved: boolean;
  beforeBy: Readonly<Record<Judged, Funnel>>;
};

const COUNTS = ["created", "acknowledged", "accepted", "won"] as const;

/** The key figures of the selection's funnel. */
export function keyFiguresOf(
  funnel: Funnel,
  compared: ComparedFunnels | null,
  overdue: LateCount,
): readonly KeyFigure[] {
  const countsOf = (key: (typeof COUNTS)[number]): KeyFigure => ({
    key,
    kind: "count",
    count: funnel[key],
    share: rateOf(funnel[key], funnel.created),
    change:
      compared &&
      proved(key, countChange(compared.before[key], compared.now[key], compared.late[key]), compared),
    before: beforeOf(compared, (funnel) => funnel[key]),
  });
  const ratesOf = (key: "acceptance" | "win", rate: (funnel: Funnel) => Rate): KeyFigure => ({
    key,
    kind: "rate",
    rate: rate(funnel),
    change:
      compared &&
      proved(key, rateChange(rate(compared.before), rate(compared.now), rate(compared.late)), compared),
    before: beforeOf(compared, rate),
  });
  return [
    ...COUNTS.map(countsOf),
    ratesOf("acceptance", acceptanceRate),
    ratesOf("win", winRate),
    { key: "open", kind: "now", count: funnel.open, unanswered: countOfOutcome(funnel, "open-new") },
    { key: "overdue", kind: "now", count: overdue },
  ];
}

const ACCEPTANCES: readonly KeyFigure["key"][] = ["acknowledged", "accepted", "acceptance"];

function proved(key: KeyFigure["key"], change: Change, { isAcceptanceUnproved }: ComparedFunnels): Change {
  return isAcceptanceUnproved && ACCEPTANCES.includes(key) ? unproved(change) : change;
}

function beforeOf<T>(compared: ComparedFunnels | null, figureOf: (funnel: Funnel) => T): Before<T> {
  if (compared === null) return null;
  const { "equal-age": equalAge, today } = compared.beforeBy;
  return { "equal-age": figureOf(equalAge), today: figureOf(today) };
}
