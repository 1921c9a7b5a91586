import * as v from "valibot";

const MAX_TARGETS = 50;

const optionalText = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), "");

const TargetSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  figure: v.picklist(["acceptance", "win", "close", "expired", "closed"]),
  bound: v.picklist(["atLeast", "under"]),
  percent: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3660)), 0),
  market: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(10)), ""),
  size: optionalText(80),
  program: optionalText(80),
  source: optionalText(200),
  month: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)), ""),
});

export type TargetSetting = v.InferOutput<typeof TargetSchema>;

/** What is wrong with a target, by its part; `place` counts from 1, null for the whole list. */
export type TargetFault = { part: keyof TargetSetting | "entry" | "list" | "many"; place: number | null };

/** Targets as settings and the page have them, and what is wrong with the others: the first fault of each. */
export type ReadTargets = { targets: TargetSetting[]; faults: TargetFault[] };

export function readTargets(list: unknown): ReadTargets {
  if (!Array.isArray(list)) return { targets: [], faults: [{ part: "list", place: null }] };
  if (list.length > MAX_TARGETS) return { targets: [], faults: [{ part: "many", place: null }] };
  const targets: TargetSetting[] = [];
  const faults: TargetFault[] = [];
  for (const [at, one] of list.entries()) {
    const { success, output, issues } = v.safeParse(TargetSchema, one);
    if (success && (output.figure === "closed") === output.days > 0) targets.push(output);
    else if (success) faults.push({ part: "days", place: at + 1 });
    else faults.push({ part: (issues[0].path?.[0]?.key as keyof TargetSetting) ?? "entry", place: at + 1 });
  }
  return { targets, faults };
}

/** The same from JSON text. */
export function parseTargets(text: string): ReadTargets {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    list = null;
  }
  return readTargets(list);
}
