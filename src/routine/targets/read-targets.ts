import * as v from "valibot";
import { type RateTarget, TARGET_FIGURES } from "#referrals/targets.ts";

const MAX_TARGETS = 50;

const TargetSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  figure: v.picklist(TARGET_FIGURES),
  bound: v.picklist(["atLeast", "under"]),
  percent: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
  market: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(10)), ""),
  source: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ""),
  month: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)), ""),
});

/** What is wrong with a target, by the part of it; `place` counts from 1, null for the whole text. */
export type TargetFault = {
  part: "text" | "name" | "figure" | "bound" | "percent" | "market" | "source" | "month" | "many";
  place: number | null;
};

/** Reads targets as they are kept and exported; the first fault, where there is one. */
export function readTargets(text: string): RateTarget[] | TargetFault {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { part: "text", place: null };
  }
  if (!Array.isArray(read)) return { part: "text", place: null };
  if (read.length > MAX_TARGETS) return { part: "many", place: null };
  const results = read.map((one) => v.safeParse(TargetSchema, one));
  const place = results.findIndex(({ success }) => !success);
  const issue = results[place]?.issues?.[0];
  if (issue) {
    const part = issue.path?.[0]?.key as TargetFault["part"] | undefined;
    return { part: part ?? "text", place: place + 1 };
  }
  return results.map(({ output }) => output as RateTarget);
}
