import type { Rate } from "#referrals/rate.ts";

/** Paths of an SVG. `lone` are places of rates without a neighbour, which no line shows. */
export type CohortLines = { solid: string; dashed: string; band: string; lone: readonly number[] };

export type CohortLinesOptions = {
  rates: readonly Rate[];
  /** Whether the rate at this place may still change. */
  isUnfinished: (at: number) => boolean;
  width: number;
  height: number;
};

type Point = { at: number; value: number; low: number; high: number };

/** The course of a rate from 0 to 1: gaps where it is absent, dashed to and from what is unfinished, with its interval. */
export function cohortLines({ rates, isUnfinished, width, height }: CohortLinesOptions): CohortLines {
  const runs = runsOf(rates);
  const x = (at: number) => round(((at + 0.5) / rates.length) * width);
  const y = (value: number) => round((1 - value) * height);
  const paths = { solid: "", dashed: "" };
  for (const run of runs) {
    for (const [place, to] of run.entries()) {
      const from = run[place - 1];
      if (from === undefined) continue;
      const kind = isUnfinished(from.at) || isUnfinished(to.at) ? "dashed" : "solid";
      paths[kind] += `M${x(from.at)} ${y(from.value)}L${x(to.at)} ${y(to.value)}`;
    }
  }
  const band = runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const [above, below] = [
        run.map((one) => [x(one.at), y(one.high)]),
        run.map((one) => [x(one.at), y(one.low)]),
      ];
      return `M${[...above, ...below.reverse()].map(([left, top]) => `${left} ${top}`).join("L")}Z`;
    });
  return {
    ...paths,
    band: band.join(""),
    lone: runs.flatMap((run) => (run.length === 1 ? run.map(({ at }) => at) : [])),
  };
}

/** Stretches of places whose rates are there. */
function runsOf(rates: readonly Rate[]): Point[][] {
  const runs: Point[][] = [];
  for (const [at, rate] of rates.entries()) {
    if (rate.kind === "absent") continue;
    const last = runs.at(-1);
    if (last?.at(-1)?.at === at - 1) last.push({ at, ...rate });
    else runs.push([{ at, ...rate }]);
  }
  return runs;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Places that carry a name on an axis of so many: at most `most`, evenly apart. */
export function namedPlaces(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}
