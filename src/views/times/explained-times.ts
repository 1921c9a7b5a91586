import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { type Why, whyOfCells } from "#dashboard/why/why-model.ts";
import { groupRecords } from "#records/group-records.ts";
import type { Judged } from "#referrals/comparison.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { TimesFigure } from "#selection/keys/times.ts";
import type { WhyDimension } from "#selection/keys/why.ts";
import type { ComparedCell } from "#statistics/decomposition.ts";
import { type ComparedRecords, figuresOf, timesFigureDrill } from "./times-comparison.ts";

type Explained = { judged: Judged; limits: OverdueLimits; figure: TimesFigure; by: WhyDimension };

/** Why one of these figures changed, by a dimension: the share of a value's referrals that it holds for. */
export function explainedTimes(
  { now, by }: ComparedRecords,
  { judged, limits, figure, by: dimension }: Explained,
): Why | null {
  const [after, before] = [cellsOf(now), cellsOf(by[judged])];
  const cells = [...new Set([...after.keys(), ...before.keys()])].map(
    (key): ComparedCell<string> => ({
      key,
      before: before.get(key) ?? NO_REFERRALS,
      after: after.get(key) ?? NO_REFERRALS,
    }),
  );
  const isRate = figure === "answered" || figure === "answeredLate";
  return whyOfCells(cells, { figure, isRate, drill: timesFigureDrill(figure, limits) });

  function cellsOf({ table, rows, now: at }: SelectedRecords): Map<string, ComparedCell<string>["after"]> {
    return new Map(
      groupRecords(table, rows, dimension).map(({ key, rows: some }) => {
        const value = figuresOf({ table, rows: some, now: at }, limits)[figure];
        const part = typeof value === "number" ? value : value.kind === "rate" ? value.part : 0;
        return [key, { part, base: some.length }];
      }),
    );
  }
}

const NO_REFERRALS = { part: 0, base: 0 };
