import type { ResolvedSelection } from "#dashboard/context/resolved-selection.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import type { Funnel } from "#referrals/funnel.ts";
import { acceptanceRate, closeRate, winRate } from "#referrals/funnel-rates.ts";
import type { Period } from "#referrals/period.ts";
import { type Change, countChange, type Rate, rateChange, unproved } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { Rival } from "#selection/keys/rival.ts";

/** A figure of two selections with the change from `b` to `a`. `other` is `b` judged the other way. */
export type VersusRow =
  | { kind: "count"; key: CountKey; a: number; b: number; other: number; change: Change; drill: Drill }
  | { kind: "rate"; key: RateKey; a: Rate; b: Rate; other: Rate; change: Change; drill: Drill };

/** Neither an increase nor a decrease is good or bad. */
export function isNeutral({ key }: VersusRow): boolean {
  return key === "exits" || key === "open";
}

export type CountKey = "created" | "acknowledged" | "accepted" | "won" | "exits" | "open";
export type RateKey = "acceptance" | "win" | "close";

const COUNTS: readonly [CountKey, Drill][] = [
  ["created", {}],
  ["acknowledged", { reached: "acknowledged" }],
  ["accepted", { reached: "accepted" }],
  ["won", { outcomes: ["won"] }],
  ["exits", { fate: "exit" }],
  ["open", { fate: "open" }],
];

const RATES: readonly [RateKey, (funnel: Funnel) => Rate, Drill][] = [
  ["acceptance", acceptanceRate, { reached: "accepted" }],
  ["win", winRate, { outcomes: ["won"] }],
  ["close", closeRate, { outcomes: ["won"] }],
];

/** The second funnel judged the other way, and if all undated outcomes came later. */
type OtherFunnels = { other?: Funnel; late?: Funnel; isAcceptanceUnproved?: boolean };

/** Compares two funnels figure by figure. */
export function versusOf(
  a: Funnel,
  b: Funnel,
  { other = b, late = b, isAcceptanceUnproved = false }: OtherFunnels = {},
): VersusRow[] {
  const proved = (key: VersusRow["key"], change: Change) =>
    isAcceptanceUnproved && ACCEPTANCES.includes(key) ? unproved(change) : change;
  const counts = COUNTS.map(([key, drill]): VersusRow => {
    const change = proved(key, countChange(b[key], a[key], late[key]));
    return { kind: "count", key, a: a[key], b: b[key], other: other[key], change, drill };
  });
  const rates = RATES.map(([key, rate, drill]): VersusRow => {
    const change = proved(key, rateChange(rate(b), rate(a), rate(late)));
    return { kind: "rate", key, a: rate(a), b: rate(b), other: rate(other), change, drill };
  });
  return [...counts, ...rates];
}

const ACCEPTANCES: readonly VersusRow["key"][] = ["acknowledged", "accepted", "acceptance"];

/** One side of a comparison, judged at `asOf` (ms UTC), or as known today for null. */
export type Side = { period: Period; filters: Filters; asOf: number | null };

/**
 * The comparison: the page's selection with another period (both cut while the period runs), or with itself under
 * another filter value; null for none.
 */
export type Versus =
  | { kind: "rival"; a: Side; b: Side; rival: Rival }
  | { kind: "whole" | "cut" | "nothing-passed"; a: Side; b: Side };

/**
 * The page's comparison: a rival takes precedence over another period. Another period is judged at `asOf`; a rival has
 * the same age.
 */
export function versusFor(
  { period, filters, compared }: ResolvedSelection,
  rival: Rival | null,
  asOf: number | null,
): Versus | null {
  if (rival !== null) {
    const others = { ...filters, [DIMENSIONS[rival.dimension].filter]: [rival.value] };
    const b = { period, filters: others, asOf: null };
    return { kind: "rival", a: { period, filters, asOf: null }, b, rival };
  }
  if (compared === null) return null;
  const { kind, comparison } = compared;
  return {
    kind,
    a: { period: compared.period, filters, asOf: null },
    b: { period: comparison, filters, asOf },
  };
}

/** Whether one side contains the other: the rival's value is among the page's filters. */
export function isPartOf({ dimension, value }: Rival, filters: Filters): boolean {
  const chosen = filters[DIMENSIONS[dimension].filter];
  return chosen.length === 0 || chosen.includes(value);
}

/** Whether the data begins after the first day of a period, by created date. */
export function beginsLater({ months }: DatasetSummary, { from }: Period): boolean {
  return months !== null && from < months.first;
}
