import type { DateField, Field } from "#partner-center/fields.ts";
import { countOfOutcome, type Funnel } from "../funnel.ts";
import { missingOutcomeFields, type Outcome } from "../outcome.ts";
import type { TargetFigure } from "../targets.ts";

/** Counts of events by their own date; some also require the referral's outcome. */
export const WATCHED_EVENTS = {
  created: { date: "createdDate", outcomes: [] },
  accepted: { date: "acceptedDate", outcomes: [] },
  won: { date: "wonDate", outcomes: ["won"] },
  lost: { date: "lostDate", outcomes: ["lost"] },
  declined: { date: "declinedDate", outcomes: ["declined"] },
  skipped: { date: "skippedDate", outcomes: ["skipped"] },
  expired: { date: "expiredDate", outcomes: ["expired"] },
  missed: { date: "missedDate", outcomes: ["missed"] },
} as const satisfies Record<string, { date: DateField; outcomes: readonly Outcome[] }>;
export type WatchedEvent = keyof typeof WATCHED_EVENTS;

/** Rates of the referrals created in an interval, by the figure of a target. */
export const WATCHED_RATES = {
  acceptanceRate: "acceptance",
  winRate: "win",
  closeRate: "close",
  expiredRate: "expired",
} as const satisfies Record<string, TargetFigure>;
export type WatchedRate = keyof typeof WATCHED_RATES;

/** Counts at the time of the data; they have no interval. */
export const WATCHED_NOW = ["open", "overdue"] as const;
export type WatchedNow = (typeof WATCHED_NOW)[number];

export type WatchFigure = WatchedEvent | WatchedRate | WatchedNow;
export const WATCH_FIGURES = [
  ...(Object.keys(WATCHED_EVENTS) as WatchedEvent[]),
  ...(Object.keys(WATCHED_RATES) as WatchedRate[]),
  ...WATCHED_NOW,
] as const;

export function isWatchedRate(figure: WatchFigure): figure is WatchedRate {
  return figure in WATCHED_RATES;
}

export function isWatchedNow(figure: WatchFigure): figure is WatchedNow {
  return figure === "open" || figure === "overdue";
}

export function isWatchedEvent(figure: WatchFigure): figure is WatchedEvent {
  return figure in WATCHED_EVENTS;
}

/** The date that puts a referral in an interval; for counts at the time of the data, the one that age counts from. */
export function watchDate(figure: WatchFigure): DateField {
  return isWatchedEvent(figure) ? WATCHED_EVENTS[figure].date : "createdDate";
}

/** The date of a figure that is only a lower bound where the source gives it for some referrals; null for none. */
export function floorDate(figure: WatchFigure): DateField | null {
  if (figure === "acceptanceRate") return "acceptedDate";
  return isWatchedEvent(figure) ? WATCHED_EVENTS[figure].date : null;
}

const FILTER_FIELDS = {
  markets: "customerMarket",
  partners: "partnerMarket",
  sizes: "customerOrgSize",
} as const;
type Filter = keyof typeof FILTER_FIELDS;
type Watched = { figure: WatchFigure } & Readonly<Record<Filter, readonly string[]>>;

/** The fields that a rule cannot be judged without, of those that the source lacks. */
export function missingForWatch(rule: Watched, isAbsent: (field: Field) => boolean): Field[] {
  const { figure } = rule;
  const dates = figure === "open" ? [] : [watchDate(figure)].filter(isAbsent);
  const needsOutcome = !isWatchedEvent(figure) || WATCHED_EVENTS[figure].outcomes.length > 0;
  const outcomes = needsOutcome ? missingOutcomeFields(isAbsent) : [];
  const filters = (Object.keys(FILTER_FIELDS) as Filter[]).filter((filter) => rule[filter].length > 0);
  const filtered = filters.map((filter) => FILTER_FIELDS[filter]).filter(isAbsent);
  return [...new Set<Field>([...dates, ...outcomes, ...filtered])];
}

/** Counts between which a rate ends, whatever becomes of the open referrals. */
export type RateBounds = {
  part: number;
  base: number;
  low: readonly [part: number, base: number];
  high: readonly [part: number, base: number];
  /** Open referrals that can change it. */
  open: number;
};

/** `waiting`: open referrals that are not accepted. `isFloor`: the source gives only some of the accepted dates. */
export function rateBounds(
  figure: WatchedRate,
  funnel: Funnel,
  waiting: number,
  isFloor: boolean,
): RateBounds {
  const { created, accepted, won, open } = funnel;
  const bounds = (part: number, gain: number): RateBounds => ({
    ...{ part, base: created, open: gain },
    ...{ low: [part, created], high: [part + gain, created] },
  });
  switch (figure) {
    case "acceptanceRate":
      return bounds(accepted, isFloor ? created - accepted : waiting);
    case "winRate":
      return bounds(won, open);
    case "expiredRate":
      return bounds(countOfOutcome(funnel, "expired"), waiting);
    case "closeRate": {
      const base = won + countOfOutcome(funnel, "lost");
      return { part: won, base, low: [won, base + open], high: [won + open, base + open], open };
    }
  }
}
