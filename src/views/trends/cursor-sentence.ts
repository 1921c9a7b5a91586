import { type ChartCursor, cursorRange } from "#charts/chart-cursor.ts";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { rateOf } from "#referrals/rate.ts";
import { figureText } from "./figured.tsx";
import { OTHER_KEY, partOfKey } from "./trends-chart-model.ts";
import { type Figured, figureAt, type Part, partsShown, type TrendsModel } from "./trends-view-model.ts";

export function partName(part: Part, look: SeriesLook, { t }: I18n): string {
  if (part.kind === "all") return t("trend.total");
  return part.kind === "other" ? t("trend.other") : look.nameOf(part.key);
}

/** A sentence for the cursor: a range, one series, or all of a bucket. */
export function cursorSentence(
  cursor: ChartCursor,
  model: TrendsModel,
  look: SeriesLook,
  i18n: I18n,
): string {
  const { t } = i18n;
  const range = cursorRange(cursor);
  if (range) {
    const figure = figureText(sumOf(model, range.first, range.last), i18n);
    return t("trends.read.range", { figure, buckets: range.last - range.first + 1 });
  }
  if (cursor.key === null) return bucketSentence(model, cursor.at, look, i18n);
  const figure = figureText(figureAt(model, partOfKey(cursor.key), cursor.at), i18n);
  const name = partName(partOfKey(cursor.key), look, i18n);
  return t(cursor.key === OTHER_KEY ? "trends.read.other" : "trends.read.key", { name, figure });
}

function bucketSentence(model: TrendsModel, at: number, look: SeriesLook, i18n: I18n): string {
  const { t, formats } = i18n;
  const all = figureAt(model, { kind: "all" }, at);
  const series = partsShown(model).map((part) => {
    const figure = figureText(figureAt(model, part, at), i18n);
    return t("trends.read.series", { name: partName(part, look, i18n), figure });
  });
  const figure = figureText(all, i18n);
  const whole =
    all.kind === "count"
      ? t("trends.read.all", { figure, count: all.count })
      : t("trends.read.rate", { figure });
  return `${whole} ${formats.list(series)}`;
}

/** The total of a range of buckets, or the rate of their sum. */
function sumOf({ trend, rates }: TrendsModel, first: number, last: number): Figured {
  const sum = (values: readonly number[]) =>
    values.slice(first, last + 1).reduce((total, value) => total + value, 0);
  if (!rates) return { kind: "count", count: sum(trend.totals) };
  const parts = rates.all.map((rate) => (rate.kind === "rate" ? rate.part : 0));
  return { kind: "rate", rate: rateOf(sum(parts), sum(trend.totals)) };
}
