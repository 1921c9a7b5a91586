import { type Funnel, funnelOf, funnelsBy, type OutcomeCount } from "./funnel.ts";
import { MAX_SERIES } from "./trend.ts";

export type Multiple = { key: string; funnel: Funnel };

/** Funnels side by side on a common scale: `scale` is the largest Created, Other included. */
export type SmallMultiples = {
  /** Largest first. */
  multiples: readonly Multiple[];
  /** The sum of all others and its members; null when there are none. */
  other: { funnel: Funnel; members: readonly Multiple[] } | null;
  scale: number;
};

/** Funnels of the largest keys (ties by `compareKeys`) and the others as Other; empty keys are left out. */
export function smallMultiples<T extends OutcomeCount>(
  outcomeCounts: readonly T[],
  keyOf: (outcomeCount: T) => string,
  compareKeys: (a: string, b: string) => number,
  max = MAX_SERIES,
): SmallMultiples {
  const ranked = [...funnelsBy(outcomeCounts, keyOf)]
    .map(([key, funnel]) => ({ key, funnel }))
    .filter(({ funnel }) => funnel.created > 0)
    .sort((a, b) => b.funnel.created - a.funnel.created || compareKeys(a.key, b.key));
  const [multiples, members] = [ranked.slice(0, max), ranked.slice(max)];
  const names = new Set(members.map(({ key }) => key));
  const rest = funnelOf(outcomeCounts.filter((outcomeCount) => names.has(keyOf(outcomeCount))));
  return {
    multiples,
    other: members.length === 0 ? null : { funnel: rest, members },
    scale: Math.max(0, rest.created, ...multiples.map(({ funnel }) => funnel.created)),
  };
}
