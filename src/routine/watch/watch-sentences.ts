import type { View } from "#dashboard/context/view-context.tsx";
import { absentSentence } from "#dashboard/panel/query-panel.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Judgement, WatchedValue } from "#referrals/watch/judge-rule.ts";
import { isWatchedNow, isWatchedRate, type WatchFigure } from "#referrals/watch/watch-figures.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";

export type WatchNames = { market: (code: string) => string; size: (size: string) => string };

export function ruleSentence(rule: WatchRule, names: WatchNames, i18n: I18n): string {
  const { t, formats } = i18n;
  const { figure, comparison, interval, inARow, markets, partners, sizes } = rule;
  const list = (values: readonly string[], nameOf: (value: string) => string) =>
    formats.list(values.map(nameOf));
  const where = [
    ...(markets.length > 0 ? [list(markets, names.market)] : []),
    ...(partners.length > 0 ? [t("watch.partners", { markets: list(partners, names.market) })] : []),
    ...(sizes.length > 0 ? [list(sizes, names.size)] : []),
  ];
  const name = t(`watch.figure.${figure}`);
  const value = rule.threshold === null ? "" : watchedText(figure, rule.threshold, i18n);
  return t("watch.sentence", {
    figure: where.length > 0 ? t("watch.of", { figure: name, where: where.join(", ") }) : name,
    condition: t(`watch.condition.${comparison}`, { value }),
    when: isWatchedNow(figure) ? t("watch.now") : t(`watch.when.${interval}`, { count: inARow }),
  });
}

/** A count, or a number of percent. */
export function watchedText(figure: WatchFigure, value: number | null, { formats }: I18n): string {
  if (value === null) return "–";
  return isWatchedRate(figure) ? formats.percent(value / 100) : formats.count(value);
}

/** What a rule compares with, in words. */
export function boundText(rule: WatchRule, { bound }: Judgement, i18n: I18n): string | null {
  return bound && i18n.t(`watch.bound.${bound.is}`, { value: watchedText(rule.figure, bound.value, i18n) });
}

/** Why a rule is not judged yet. */
export function notJudgedText(judgement: Judgement, data: View["config"]["data"], i18n: I18n): string {
  const { verdict, missing, values } = judgement;
  if (verdict.kind !== "not-judged") return "";
  if (verdict.because === "missing") return absentSentence(missing, i18n, data);
  const open = values.find((value) => value.verdict === "open")?.open ?? 0;
  return i18n.t(`watch.because.${verdict.because}`, { open });
}

export function intervalText(rule: WatchRule, { from }: WatchedValue, { t, formats }: I18n): string {
  return isWatchedNow(rule.figure) ? t("watch.now") : formats.bucket(from, rule.interval);
}

/** The unfinished interval, which is not judged. */
export function runningText(rule: WatchRule, { running }: Judgement, i18n: I18n): string | null {
  if (running === null) return null;
  const { value, passedDays, days } = running;
  return i18n.t("watch.running", { value: watchedText(rule.figure, value, i18n), passed: passedDays, days });
}
