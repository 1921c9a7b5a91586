import { COMPARISONS, type Comparison } from "#referrals/comparison.ts";
import { marketCode } from "#referrals/market.ts";
import type { Parameter, Parameters } from "../parameter.ts";
import { oneOf, printTexts, readTexts } from "../parameters.ts";

/** Dimensions of the funnel's breakdown. */
export const FUNNEL_DIMENSIONS = ["market", "partner", "size", "period"] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

export const RIVAL_DIMENSIONS = ["market", "partner", "size"] as const;

/** Compares the selection with itself under one other filter value, instead of with another period. "" is none. */
export type Rival = { dimension: (typeof RIVAL_DIMENSIONS)[number]; value: string };

/** Age in days at which cohorts are compared; "today": as far as each has come. */
export const COHORT_AGES = ["1", "14", "30", "90", "180", "today"] as const;
export type CohortAge = (typeof COHORT_AGES)[number];

export type FunnelKeys = { split: FunnelDimension; rival: Rival | null; age: CohortAge };

/** Keys of the Funnel in the address: `split=partner`, `with=market:DE`, `age=90`. */
export const FUNNEL_KEYS: Parameters<FunnelKeys> = {
  split: oneOf("split", FUNNEL_DIMENSIONS, "market"),
  rival: rival("with"),
  age: oneOf("age", COHORT_AGES, "30"),
};

export type VersusKeys = { rival: Rival | null; compare: Comparison | "none" };

/** All keys that decide the comparison, so that choosing a period drops the rival in one step. */
export const VERSUS_KEYS: Parameters<VersusKeys> = {
  rival: FUNNEL_KEYS.rival,
  compare: oneOf("compare", [...COMPARISONS, "none"] as const, "previous-period"),
};

function rival(name: string): Parameter<Rival | null> {
  return { name, fallback: null, parse: parseRival, print: (value) => value && printRival(value) };
}

export function printRival({ dimension, value }: Rival): string {
  return `${dimension}:${printTexts([value])}`;
}

/** Null for text that `printRival` does not produce. */
export function parseRival(text: string): Rival | null {
  const at = text.indexOf(":");
  const word = text.slice(0, Math.max(at, 0)).toLowerCase();
  const dimension = RIVAL_DIMENSIONS.find((one) => one === word);
  if (dimension === undefined) return null;
  const [value, ...more] = readTexts(text.slice(at + 1), dimension === "size" ? trimmed : marketCode) ?? [];
  return value === undefined || more.length > 0 ? null : { dimension, value };
}

function trimmed(text: string): string {
  return text.trim();
}
