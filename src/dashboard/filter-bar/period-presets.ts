import { endOfMonth } from "#lib/calendar.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { type Period, type Preset, presetPeriod } from "#referrals/period.ts";

/** A preset by its key, with the period it stands for; null is the default period. */
export type NamedPreset = { key: PresetKey; period: Period | null };

const PRESETS = {
  "1": { kind: "months", months: 1 },
  "3": { kind: "months", months: 3 },
  "6": { kind: "months", months: 6 },
  quarter: { kind: "quarter" },
  year: { kind: "year" },
  all: { kind: "all" },
} as const satisfies Record<string, Preset>;

export type PresetKey = keyof typeof PRESETS | "12" | "fiscal";

const ORDER: readonly PresetKey[] = ["1", "3", "6", "12", "quarter", "year", "fiscal", "all"];

/** All presets by the newest month of the data; twelve months are the default. `fiscalStart` is a month from 1. */
export function presetsOf({ months }: DatasetSummary, fiscalStart: number): NamedPreset[] {
  if (!months) return [];
  const all: Period = { from: months.first, to: endOfMonth(months.last) };
  const periodOf = (key: PresetKey): Period | null => {
    if (key === "12") return null;
    const preset: Preset = key === "fiscal" ? { kind: "fiscal-year", startMonth: fiscalStart } : PRESETS[key];
    return presetPeriod(preset, months.last, all);
  };
  return ORDER.map((key) => ({ key, period: periodOf(key) }));
}
