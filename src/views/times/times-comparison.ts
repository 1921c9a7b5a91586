import type { SelectedRecords } from "#dashboard/data/use-selected-records.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { answeredWithin } from "#records/answered.ts";
import { overdueRows, waitingCounts } from "#records/row-age.ts";
import type { Judged } from "#referrals/comparison.ts";
import type { OverdueLimits } from "#referrals/open-age.ts";
import { type Change, countChange, type Rate, rateChange } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import { TIMES_FIGURES, type TimesFigure } from "#selection/keys/times.ts";
import { answerDrill } from "./answered-panel.tsx";
import { roundTime } from "./duration.tsx";
import { overdueDrill } from "./overdue.ts";

type Figures = { answered: Rate; answeredLate: Rate; waiting: number; overdue: number; expired: number };

/** A figure on both sides of a comparison: a rate, or a count for which neither direction is good or bad. */
export type ComparedTime = {
  key: TimesFigure;
  now: number | Rate;
  by: Readonly<Record<Judged, number | Rate>>;
  change: Change;
  drill: Drill;
};

/** The records of both sides; `late` if all undated changes came later. */
export type ComparedRecords = {
  now: SelectedRecords;
  by: Readonly<Record<Judged, SelectedRecords>>;
  late: SelectedRecords;
};

/** Answers and waiting referrals of some records. */
export function figuresOf({ table, rows, now }: SelectedRecords, limits: OverdueLimits): Figures {
  const { answer, expiry } = overdueRows(table, rows, now, limits);
  return {
    answered: answeredWithin(table, rows, limits.answerMs, now).share,
    answeredLate: answeredWithin(table, rows, limits.expiryMs, now).share,
    waiting: waitingCounts(table, rows, now, limits).waiting,
    overdue: answer.length,
    expired: expiry.length,
  };
}

/** Answered in time and waiting, in the page's period and its comparison. */
export function comparedTimes(
  { now, by, late }: ComparedRecords,
  judged: Judged,
  limits: OverdueLimits,
): ComparedTime[] {
  const own = figuresOf(now, limits);
  const before = { "equal-age": figuresOf(by["equal-age"], limits), today: figuresOf(by.today, limits) };
  const other = judged === "today" ? before.today : figuresOf(late, limits);
  return TIMES_FIGURES.map((key) => ({
    key,
    now: own[key],
    by: { "equal-age": before["equal-age"][key], today: before.today[key] },
    change: changeOf(before[judged][key], own[key], other[key]),
    drill: timesFigureDrill(key, limits),
  }));
}

export function timesFigureDrill(figure: TimesFigure, limits: OverdueLimits): Drill {
  switch (figure) {
    case "answered":
      return answerDrill(limits.answerMs, "in-time");
    case "answeredLate":
      return answerDrill(limits.expiryMs, "in-time");
    case "waiting":
      return overdueDrill("waiting", limits);
    case "overdue":
      return overdueDrill("answer", limits);
    case "expired":
      return overdueDrill("expiry", limits);
  }
}

/** Names these figures, with their limits. */
export function useTimesName(limits: OverdueLimits): (figure: TimesFigure) => string {
  const i18n = useI18n();
  const [answer, expiry] = [roundTime(limits.answerMs, i18n), roundTime(limits.expiryMs, i18n)];
  return (figure) => i18n.t(`times.compared.${figure}`, { answer, expiry });
}

function changeOf(from: number | Rate, to: number | Rate, late: number | Rate): Change {
  if (typeof from === "number" && typeof to === "number" && typeof late === "number")
    return countChange(from, to, late);
  if (typeof from !== "number" && typeof to !== "number" && typeof late !== "number")
    return rateChange(from, to, late);
  return { kind: "absent" };
}
