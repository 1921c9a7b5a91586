import { changeRemark, changeText, judgedText } from "#dashboard/figures/change.tsx";
import { trendSentences } from "#dashboard/figures/trend-sentences.ts";
import type { I18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";
import type { Rate } from "#referrals/rate.ts";
import { isMet, type RateTarget } from "#referrals/targets.ts";
import type { Trend } from "#referrals/trend.ts";
import { targetValue } from "#routine/targets/target-notes.ts";
import { figureText } from "./figured.tsx";
import { MATURE_DAYS, type RateMeasure, type TrendRates } from "./rate-parts.ts";
import type { ComparedTrend, TrendsModel } from "./trends-view-model.ts";

/** More unfinished buckets are counted instead of named. */
const NAMED_UNFINISHED = 3;

/** Highlights, comparison and unfinished buckets as text; `isComparable` as of `trendSentences`. */
export function trendsSentences(
  model: TrendsModel,
  firstMonth: Day | null,
  i18n: I18n,
  isComparable = true,
): string[] {
  const { rates, trend, grain, measure } = model;
  const all =
    rates && measure !== "count"
      ? rateSentences({ ...model, measure }, rates, i18n)
      : [trendSentences(trend, grain, i18n, isComparable)];
  return [...all, ...tableSentences(model, firstMonth, i18n), unfinishedSentence(model, i18n)].filter(
    (sentence) => sentence !== "",
  );
}

/** What a table of the trend cannot say: what it is compared with, and in how many parts a referral counts. */
export function tableSentences(
  { compared, isOverlapping, trend }: TrendsModel,
  firstMonth: Day | null,
  i18n: I18n,
): string[] {
  const versus = compared ? comparedSentences(compared, firstMonth, i18n) : [];
  return isOverlapping ? [...versus, i18n.t("deals.split.several", { count: trend.total })] : versus;
}

/** In how many finished buckets a target was met; young ones, whose rates still change, are counted apart. */
export function targetSentence(target: RateTarget, { trend, rates }: TrendsModel, i18n: I18n): string {
  const finished = rates ? finishedRates(trend, rates) : [];
  const mature = finished.filter(({ isMature }) => isMature);
  return i18n.t("targets.trend", {
    target: targetValue(target, i18n),
    met: mature.filter(({ rate }) => isMet(target, rate)).length,
    finished: mature.length,
    young: finished.length - mature.length,
  });
}

type Finished = { start: Day; rate: Extract<Rate, { kind: "rate" }>; isMature: boolean };

function finishedRates({ buckets }: Trend, { all, isMature }: TrendRates): Finished[] {
  return buckets.flatMap(({ start, unfinished }, at): Finished[] => {
    const rate = all[at];
    return unfinished === null && rate?.kind === "rate"
      ? [{ start, rate, isMature: isMature[at] ?? false }]
      : [];
  });
}

function rateSentences(
  model: TrendsModel & { measure: RateMeasure },
  rates: TrendRates,
  i18n: I18n,
): string[] {
  const { trend, measure } = model;
  const finished = finishedRates(trend, rates);
  const open = i18n.t("trends.openStill", { measure });
  return [rateRange(finished, model, i18n), lastRate(finished, model, i18n), open];
}

/** Without young buckets, whose rates are low because their referrals had little time. */
function rateRange(
  finished: readonly Finished[],
  { grain, measure }: TrendsModel & { measure: RateMeasure },
  { t, formats }: I18n,
): string {
  const mature = finished.filter(({ isMature }) => isMature);
  const sorted = mature.filter(({ rate }) => !rate.few).sort((a, b) => a.rate.value - b.rate.value);
  const [low, high] = [sorted.at(0), sorted.at(-1)];
  if (!low || !high || low.rate.value === high.rate.value) return "";
  return t("trends.range.rate", {
    low: formats.percent(low.rate.value),
    lowBucket: formats.bucket(low.start, grain),
    high: formats.percent(high.rate.value),
    highBucket: formats.bucket(high.start, grain),
    young: mature.length < finished.length ? "yes" : "no",
    days: MATURE_DAYS[measure],
  });
}

/** Without the change from the bucket before, which is older and so has had longer. */
function lastRate(finished: readonly Finished[], { grain }: TrendsModel, { t, formats }: I18n): string {
  const last = finished.at(-1);
  if (!last) return t("trend.allUnfinished", { grain });
  return t("trends.last.rate", {
    grain,
    bucket: formats.bucket(last.start, grain),
    rate: formats.percent(last.rate.value),
    base: formats.count(last.rate.base),
  });
}

/** What is compared, how it is judged, and the change. */
function comparedSentences(trend: ComparedTrend, firstMonth: Day | null, i18n: I18n): string[] {
  const { t, formats } = i18n;
  const { compared } = trend;
  if (compared.kind === "nothing-passed") return [t("trends.versus.nothing")];
  const isLate = firstMonth !== null && compared.comparison.from < firstMonth;
  return [
    versus(trend, i18n),
    compared.kind === "cut" ? t("trends.versus.cut") : "",
    trend.judged ? judgedText(i18n, trend.judged.asOf, trend.isUnproved) : "",
    isLate ? t("trends.versus.late", { month: formats.bucket(firstMonth, "month") }) : "",
  ].filter((sentence) => sentence !== "");
}

function versus({ compared, own, before, change }: ComparedTrend, i18n: I18n): string {
  const { t, formats } = i18n;
  const values = {
    own: figureText(own, i18n),
    ownDays: formats.days(compared.period.from, compared.period.to),
    before: figureText(before, i18n),
    beforeDays: formats.days(compared.comparison.from, compared.comparison.to),
  };
  if (change.kind === "absent") return t("trends.versus.absent", values);
  const remark = changeRemark(change, i18n);
  const moved = changeText(change, i18n);
  return t("trends.versus.change", { ...values, change: remark ? `${moved} (${remark.text})` : moved });
}

/** Unfinished buckets, without those that have not begun. */
function unfinishedSentence({ trend, grain }: TrendsModel, { t, formats }: I18n): string {
  const names = trend.buckets.flatMap(({ start, unfinished }) => {
    if (unfinished === null || unfinished.because.includes("not-begun")) return [];
    const { coveredDays: covered, days } = unfinished;
    return t("trends.unfinished.one", { bucket: formats.bucket(start, grain), covered, days });
  });
  if (names.length === 0) return "";
  if (names.length > NAMED_UNFINISHED) return t("trends.unfinished.many", { count: names.length });
  return t("trends.unfinished", { buckets: formats.list(names) });
}
