import * as v from "valibot";
import { GRAINS, type Grain } from "#lib/calendar.ts";
import { marketCode } from "#referrals/market.ts";
import { isWatchedRate, WATCH_FIGURES, type WatchFigure } from "./watch-figures.ts";

export const WATCH_COMPARISONS = ["over", "under", "missesTarget"] as const;
export type WatchComparison = (typeof WATCH_COMPARISONS)[number];

/** Intervals that a rule can require in a row. */
export const MAX_IN_A_ROW = 12;
const MAX_RULES = 50;

/** A condition on a figure. It fires when the condition holds for each of the last finished intervals. */
export type WatchRule = {
  figure: WatchFigure;
  /** Codes and sizes as filters have them; an empty list means all. */
  markets: readonly string[];
  partners: readonly string[];
  sizes: readonly string[];
  comparison: WatchComparison;
  /** A count, or percent of a rate; null against a target. */
  threshold: number | null;
  /** Counts at the time of the data ignore both. */
  interval: Grain;
  inARow: number;
};

const texts = (normalise: (text: string) => string) =>
  v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(100), v.transform(normalise))), v.maxLength(50)),
    [],
  );

const RuleSchema = v.object({
  figure: v.picklist(WATCH_FIGURES),
  markets: texts(marketCode),
  partners: texts(marketCode),
  sizes: texts((text) => text.trim()),
  comparison: v.picklist(WATCH_COMPARISONS),
  threshold: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null),
  interval: v.optional(v.picklist(GRAINS), "week"),
  inARow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_IN_A_ROW)), 1),
});

type RulePart = keyof v.InferOutput<typeof RuleSchema>;

/** What is wrong with a list of rules; `place` counts from 1, null for the whole text. */
export type WatchFault = { part: "text" | "many" | "target" | RulePart; place: number | null };

/** Parses rules as they are kept and exported; the first fault, where there is one. */
export function readWatchRules(text: string): WatchRule[] | WatchFault {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { part: "text", place: null };
  }
  if (!Array.isArray(read)) return { part: "text", place: null };
  if (read.length > MAX_RULES) return { part: "many", place: null };
  const results = read.map(readRule);
  const place = results.findIndex((result) => typeof result === "string");
  const fault = results[place];
  return typeof fault === "string" ? { part: fault, place: place + 1 } : (results as WatchRule[]);
}

function readRule(value: unknown): WatchRule | WatchFault["part"] {
  const result = v.safeParse(RuleSchema, value);
  if (!result.success) return (result.issues[0].path?.[0]?.key as RulePart | undefined) ?? "text";
  const { figure, comparison, threshold } = result.output;
  if (comparison === "missesTarget")
    return isWatchedRate(figure) ? { ...result.output, threshold: null } : "target";
  const isPossible = threshold !== null && (!isWatchedRate(figure) || threshold <= 100);
  return isPossible ? result.output : "threshold";
}
