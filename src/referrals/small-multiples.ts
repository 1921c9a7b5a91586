import { type Funnel, funnelOf, funnelsBy, type OutcomeCount } from "./funnel.ts";
import { MAX_SERIES } from "./trend.ts";

export type Multiple = { key: string; funnel: Funnel };

/** Funnels side by side. `scale` is the largest Created among them and Other: all are drawn on it. */
export type SmallMultiples = {
  /** The largest first. */
  multiples: readonly Multiple[];
  /** What is not among them, added up, and its members, by which it opens; null where nothing is left. */
  other: { funnel: Funnel; members: readonly Multiple[] } | null;
  scale: number;
};

/** The largest keys by count (equals in the order of `compareKeys`) and the rest as Other; keys without any are out. */
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
