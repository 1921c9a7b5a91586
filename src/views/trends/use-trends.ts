import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import type { AskedSource } from "#dashboard/panel/asked-panel.tsx";
import { type Asked, mapAsked, newOf } from "#queries/asked.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import type { TrendMeasure, TrendsKeys } from "#selection/keys/trends.ts";
import { comparedDays, levelOf } from "./compared-days.ts";
import { type ComparedCourse, comparedCourse, type TrendsModel, trendsModel } from "./trends-view-model.ts";
import { type Course, useCourse } from "./use-course.ts";

export type Trends = {
  model: Asked<TrendsModel>;
  source: AskedSource | null;
  /** Why old figures stand where new ones were asked for, or why the comparison is missing. */
  trouble: Error | null;
  refresh: () => void;
};

/** Asks what the view shows. Ties between series by `compareKeys`. */
export function useTrends(keys: TrendsKeys, compareKeys: (a: string, b: string) => number): Trends {
  const queries = useQueryClient();
  const { basis, selection } = useView();
  const { scope, dataTime } = basis;
  const { period, grain } = scope;
  const { by } = selection;
  const course = useCourse(
    useMemo(() => ({ days: period, level: grain, split: by }), [period, grain, by]),
    keys.measure,
  );
  const comparison = useComparison(keys.measure);
  const compared = comparison.kind === "here" ? comparison.value : null;
  return {
    model: mapAsked(course, ({ rows }) =>
      trendsModel({
        rows,
        period,
        grain,
        dataTime,
        by,
        compareKeys,
        keys,
        compared: compared?.course ?? null,
      }),
    ),
    source: joined(course, compared?.source ?? null),
    // A course that failed says so in its own panel.
    trouble: (course.kind === "here" ? course.trouble : null) ?? troubleOf(comparison),
    refresh: () => void queries.invalidateQueries(),
  };
}

type Comparison = { course: ComparedCourse; source: AskedSource };

/** Both sides of the page's comparison; waiting where there is none. */
function useComparison(measure: TrendMeasure): Asked<Comparison> {
  const { scope, dataTime } = useView().basis;
  const { compared, period, grain } = scope;
  const asked = useMemo(() => {
    if (compared === null) return null;
    const ranges = comparedDays(trendAxis(period, grain, dataTime), compared);
    return { compared, ranges, level: levelOf(ranges, compared.comparison, grain) };
  }, [compared, period, grain, dataTime]);
  const before = useCourse(
    useMemo(() => asked && { days: asked.compared.comparison, level: asked.level, split: null }, [asked]),
    measure,
  );
  const own = useCourse(
    useMemo(() => asked && { days: asked.compared.period, level: grain, split: null }, [asked, grain]),
    measure,
  );
  const [newBefore, newOwn] = [newOf(before), newOf(own)];
  if (asked === null || newBefore === null || newOwn === null)
    return failedOf(before) ?? failedOf(own) ?? { kind: "waiting" };
  return mapAsked(before, () => ({
    course: comparedCourse({ ...asked, before: newBefore.rows, own: newOwn.rows, measure }),
    source: newBefore,
  }));
}

function joined(course: Asked<Course>, more: AskedSource | null): AskedSource | null {
  if (course.kind !== "here") return null;
  const { questions, completeness } = course.value;
  if (more === null) return { questions, completeness };
  return {
    questions: [...questions, ...more.questions],
    completeness: [...completeness, ...more.completeness],
  };
}

function troubleOf(asked: Asked<unknown>): Error | null {
  if (asked.kind === "failed") return asked.error;
  return asked.kind === "here" ? asked.trouble : null;
}

function failedOf(asked: Asked<unknown>) {
  return asked.kind === "failed" ? asked : null;
}
