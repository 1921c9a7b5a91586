import {
  addDays,
  bucketEnd,
  bucketStart,
  type Day,
  dayOfInstant,
  daysBetween,
  instantOfDay,
} from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import { funnelOf, lastStage, type OutcomeCount, totalCounted } from "../funnel.ts";
import { WAITING_OUTCOMES } from "../open-age.ts";
import { outcomeGroupOf } from "../outcome.ts";
import type { RateTarget } from "../targets.ts";
import {
  isWatchedEvent,
  isWatchedNow,
  isWatchedRate,
  rateBounds,
  WATCHED_EVENTS,
  WATCHED_RATES,
  type WatchFigure,
} from "./watch-figures.ts";
import type { WatchRule } from "./watch-rule.ts";

/** Referrals that pass a rule's filters, by a day of their interval; for counts at the time of the data, any day. */
export type WatchedRow = OutcomeCount & { day: Day };

/** Whether figures may be relied upon; otherwise no rule is judged. */
export type WatchTrust = "complete" | "incomplete" | "unknown" | "partial" | "stale" | "failed";

/** A target as far as a rule needs it; "" for all. */
export type WatchTarget = Pick<RateTarget, "figure" | "bound" | "percent" | "market"> & {
  size?: string;
  program?: string;
};

export type WatchInput = {
  rows: readonly WatchedRow[];
  /** Time of the data, ms since 1970 UTC. */
  dataTime: number;
  /** The first day of the data; null without dated referrals. */
  firstDay: Day | null;
  targets: readonly WatchTarget[];
  trust: WatchTrust;
  /** Fields that the figure needs and the source lacks. */
  missing: readonly Field[];
  /** The source gives only some of the dates that the figure counts. */
  isFloor: boolean;
};

/** What a rule compares with: strictly over or under, or at least (`not-under`). */
export type WatchBound = { is: "over" | "under" | "not-under"; value: number };

/** The figure of an interval, a count or percent; `part` of `base` for a rate. Null for a rate of none. */
export type WatchedValue = {
  from: Day;
  to: Day;
  value: number | null;
  part: number;
  base: number | null;
  verdict: "holds" | "fails" | UndecidedReason;
  /** Open referrals that can change the verdict. */
  open: number;
};

/** Why an interval has no verdict: the data begins later, a rate of none, open referrals, dates that are missing. */
export type UndecidedReason = "begins-later" | "no-base" | "open" | "floor";

export type NotJudgedReason = UndecidedReason | Exclude<WatchTrust, "complete"> | "missing" | "no-target";

export type Judgement = {
  verdict: { kind: "fired" } | { kind: "quiet" } | { kind: "not-judged"; because: NotJudgedReason };
  missing: readonly Field[];
  bound: WatchBound | null;
  /** Finished intervals that the rule is about, oldest first; one value for a count at the time of the data. */
  values: readonly WatchedValue[];
  /** The interval that is not over: never judged. */
  running: (WatchedValue & { passedDays: number; days: number }) | null;
};

/** The intervals of a rule, oldest first: those that are finished, and the one that is not. */
export type WatchIntervals = { finished: { from: Day; to: Day }[]; running: { from: Day; to: Day } | null };

export function watchIntervals(
  { figure, interval, inARow }: Pick<WatchRule, "figure" | "interval" | "inARow">,
  dataTime: number,
): WatchIntervals {
  const today = dayOfInstant(dataTime);
  if (isWatchedNow(figure)) return { finished: [{ from: today, to: today }], running: null };
  const start = bucketStart(today, interval);
  const finished: WatchIntervals["finished"] = [];
  for (let next = start; finished.length < inARow; next = finished[0]?.from ?? next) {
    const to = addDays(next, -1);
    finished.unshift({ from: bucketStart(to, interval), to });
  }
  const hasBegun = dataTime > instantOfDay(start);
  return { finished, running: hasBegun ? { from: start, to: bucketEnd(start, interval) } : null };
}

/** Judges a rule. Unfinished intervals, and figures that are not reliable, never make it fire. */
export function judgeRule(rule: WatchRule, input: WatchInput): Judgement {
  const { rows, dataTime, missing, trust } = input;
  const bound = boundOf(rule, input.targets);
  if (missing.length > 0) return unjudged("missing", bound, missing);
  if (bound === null) return unjudged("no-target", null);
  if (trust === "failed") return unjudged("failed", bound);
  const { finished, running } = watchIntervals(rule, dataTime);
  const valueIn = (interval: { from: Day; to: Day }) =>
    watchedValue(
      rule.figure,
      isWatchedNow(rule.figure) ? rows : rows.filter(({ day }) => day >= interval.from && day <= interval.to),
      { ...interval, bound, isFloor: input.isFloor, firstDay: input.firstDay },
    );
  const values = finished.map(valueIn);
  return {
    verdict: trust === "complete" ? verdictOf(values) : { kind: "not-judged", because: trust },
    ...{ missing, bound, values },
    running: running && {
      ...valueIn(running),
      passedDays: daysBetween(running.from, dayOfInstant(dataTime)),
      days: daysBetween(running.from, running.to) + 1,
    },
  };
}

function unjudged(
  because: NotJudgedReason,
  bound: WatchBound | null,
  missing: readonly Field[] = [],
): Judgement {
  return { verdict: { kind: "not-judged", because }, missing, bound, values: [], running: null };
}

function verdictOf(values: readonly WatchedValue[]): Judgement["verdict"] {
  const verdicts = values.map(({ verdict }) => verdict);
  if (verdicts.includes("fails")) return { kind: "quiet" };
  const because = verdicts.find((one) => one !== "holds" && one !== "fails");
  return because ? { kind: "not-judged", because } : { kind: "fired" };
}

/** Among targets for all or for the rule's only market and size, the most specific one. */
function boundOf(rule: WatchRule, targets: readonly WatchTarget[]): WatchBound | null {
  const { figure, comparison, threshold, markets, sizes } = rule;
  if (comparison !== "missesTarget") return { is: comparison, value: threshold ?? 0 };
  if (!isWatchedRate(figure)) return null;
  const fits = (wanted: string, chosen: readonly string[]) =>
    wanted === "" || (chosen.length === 1 && chosen[0] === wanted);
  const [target] = targets
    .filter((one) => one.figure === WATCHED_RATES[figure] && (one.program ?? "") === "")
    .filter(({ market, size = "" }) => fits(market, markets) && fits(size, sizes))
    .sort((a, b) => detailOf(b) - detailOf(a));
  return target ? { is: target.bound === "atLeast" ? "under" : "not-under", value: target.percent } : null;
}

function detailOf({ market, size = "" }: WatchTarget): number {
  return Number(market !== "") + Number(size !== "");
}

type Judging = { from: Day; to: Day; bound: WatchBound; isFloor: boolean; firstDay: Day | null };

function watchedValue(figure: WatchFigure, rows: readonly WatchedRow[], judging: Judging): WatchedValue {
  const { from, to, bound, isFloor, firstDay } = judging;
  const begins = firstDay === null || from < firstDay;
  const decide = (low: number, high: number, otherwise: UndecidedReason) =>
    begins && !isWatchedNow(figure) ? "begins-later" : (holdsWithin(bound, low, high) ?? otherwise);
  if (!isWatchedRate(figure)) {
    const part = countIn(figure, rows);
    const verdict = decide(part, isFloor ? Number.POSITIVE_INFINITY : part, "floor");
    return { from, to, value: part, part, base: null, verdict, open: 0 };
  }
  const waiting = waitingIn(rows.filter((row) => ["created", "acknowledged"].includes(lastStage(row))));
  const { part, base, low, high, open } = rateBounds(figure, funnelOf(rows), waiting, isFloor);
  if (base === 0) return { from, to, value: null, part, base, verdict: decide(0, 100, "no-base"), open };
  const verdict = decide(percentOf(low), percentOf(high), isFloor ? "floor" : "open");
  return { from, to, value: percentOf([part, base]), part, base, verdict, open };
}

/** Multiplied first, so that 7 of 100 are exactly 7 percent. */
function percentOf([part, base]: readonly [number, number]): number {
  return (part * 100) / base;
}

/** Whether a condition holds or fails for every value in a range; null where it depends. */
function holdsWithin({ is, value }: WatchBound, low: number, high: number): "holds" | "fails" | null {
  if (is === "under" ? high < value : is === "over" ? low > value : low >= value) return "holds";
  if (is === "under" ? low >= value : is === "over" ? high <= value : high < value) return "fails";
  return null;
}

function countIn(figure: Exclude<WatchFigure, keyof typeof WATCHED_RATES>, rows: readonly WatchedRow[]) {
  if (figure === "open")
    return totalCounted(rows.filter(({ outcome }) => outcomeGroupOf(outcome) === "open"));
  if (figure === "overdue" || !isWatchedEvent(figure)) return waitingIn(rows);
  const outcomes: readonly string[] = WATCHED_EVENTS[figure].outcomes;
  return totalCounted(rows.filter(({ outcome }) => outcomes.length === 0 || outcomes.includes(outcome)));
}

function waitingIn(rows: readonly WatchedRow[]): number {
  const waiting: readonly string[] = WAITING_OUTCOMES;
  return totalCounted(rows.filter(({ outcome }) => waiting.includes(outcome)));
}
