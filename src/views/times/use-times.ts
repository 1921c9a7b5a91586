import { useView } from "#dashboard/context/view-context.tsx";
import { type SelectedReading, useSelectedRecords } from "#dashboard/data/use-selected-records.ts";
import type { AskedSource } from "#dashboard/panel/asked-panel.tsx";
import { type Asked, mapAsked } from "#queries/asked.ts";
import { useDayTimes } from "#queries/use-day-times.ts";
import type { Answered } from "#records/answered.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import type { TimesKeys } from "#selection/keys/times.ts";
import { here } from "./here.ts";
import type { Overdue } from "./overdue.ts";
import {
  answeredOf,
  type CoursePoint,
  courseOf,
  type Distribution,
  distributionOf,
  type KeyTime,
  keyTimesOf,
  limitsOf,
  type PartedTimes,
  partedTimes,
} from "./times-view-model.ts";
import { useOverdue } from "./use-overdue.ts";

/** Periods up to here are read about as fast as their groups. */
const FEW_PAGES = 20_000;

export type TimesAnswer = {
  limits: OverdueLimits;
  records: SelectedReading;
  /** To the minute, or to the day while the records are not here. */
  key: Asked<KeyTime[]>;
  keySource: AskedSource | null;
  /** Null where even what waits is too much to be read unasked. */
  overdue: Asked<Overdue> | null;
  answered: Asked<Answered[]>;
  spread: Asked<Distribution>;
  course: Asked<CoursePoint[]>;
  parted: Asked<PartedTimes>;
};

/** Reads the records of the selection and makes of them what the panels show. */
export function useTimes({ time, hours, days }: TimesKeys): TimesAnswer {
  const { dataClient, basis, selection } = useView();
  const { scope, dataTime } = basis;
  const { date, grain, period, filter, terms } = scope;
  const records = useSelectedRecords();
  const { asked, count, source } = records;
  const limits = limitsOf({ hours, days });
  const needsGroups = asked.kind === "waiting" && (count ?? 0) > FEW_PAGES;
  const grouped = useDayTimes(dataClient, needsGroups ? filter : null, terms);
  // Each from the very records, not from what is said about them, so that it is worked out once.
  const value = asked.kind === "here" ? asked.value : null;
  const key = value && keyTimesOf(value);
  const answered = value && answeredOf(value, limits);
  const spread = value && distributionOf(value, time, limits);
  const course = value && courseOf(value, { time, date, grain, period, dataTime });
  const parted = value && partedTimes(value, selection.by, time, limits.answerMs);
  const isRead = asked.kind !== "waiting";
  return {
    limits,
    records,
    key: isRead ? here(asked, key) : mapAsked(grouped, ({ times }) => times),
    keySource: isRead ? source : grouped.kind === "here" ? grouped.value : null,
    overdue: useOverdue(records, limits),
    answered: here(asked, answered),
    spread: here(asked, spread),
    course: here(asked, course),
    parted: here(asked, parted),
  };
}
