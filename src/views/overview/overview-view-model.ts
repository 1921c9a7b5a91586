import type { Judged } from "#referrals/comparison.ts";
import { countOfOutcome, type Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, winRate } from "#referrals/funnel-rates.ts";
import { type Change, countChange, type Rate, rateChange, rateOf, unproved } from "#referrals/rate.ts";

/** A figure of the first row; `change` against the comparison, null where nothing is compared. */
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
  /** As of now, whatever the period before held; `unanswered` are the open ones that nobody has answered. */
  | { key: "open"; kind: "now"; count: number; unanswered: number }
  | { key: "overdue"; kind: "now"; count: LateCount };

/** A count that comes after the others: on its way, or it could not be had, or the files cannot tell it. */
export type LateCount = number | "waiting" | "missing" | "untold";

/** The old figure by either way of judging; null where nothing is compared. */
export type Before<T> = Readonly<Record<Judged, T>> | null;

/** The funnels that stand against each other: both cut to the days that have passed. */
export type ComparedFunnels = {
  now: Funnel;
  before: Funnel;
  /** The earlier one if what no date proves came only later. */
  late: Funnel;
  /** No date tells when a referral was accepted. */
  isAcceptanceUnproved: boolean;
  beforeBy: Readonly<Record<Judged, Funnel>>;
};

const COUNTS = ["created", "acknowledged", "accepted", "won"] as const;

/** The figures of the first row, from the funnel of the selection. */
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
