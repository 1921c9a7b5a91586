import { dealTextName, measureName } from "#dashboard/context/deal-names.ts";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import { DEAL_TEXTS } from "#referrals/deal-fields.ts";
import { ANY_MEASURE, type Registration, type Risk } from "#referrals/deals.ts";
import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import { useMarketName } from "#ui/value.tsx";

/** A part of a drill-through as text, and the drill-through without it. */
export type DrillSentence = { key: keyof Drill; text: string; rest: Drill };

export function useDrillParts(drill: Drill): DrillSentence[] {
  const sentences = useSentences(drill);
  const keys = Object.keys(sentences) as (keyof Drill)[];
  return keys.flatMap((key) => {
    if (drill[key] === undefined) return [];
    const { [key]: _, ...rest } = drill;
    return [{ key, text: sentences[key](drill), rest }];
  });
}

type Sentences = Record<keyof Drill, (drill: Drill) => string>;

function useSentences(drill: Drill): Sentences {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const { resolved } = useView().viewData;
  const basis = t(`basis.${resolved.basis}`);
  const list = (values: readonly string[] = [], nameOf: (value: string) => string = String) =>
    formats.list(values.map(nameOf));
  const outcomes = (values: Drill["outcomes"] = []) => list(values.map((value) => t(`outcome.${value}`)));
  const days = drill.within ?? resolved.period;
  return {
    within: () => t("drill.within", { basis, days: formats.days(days.from, days.to) }),
    happened: ({ happened: { after, upTo } = { after: 0, upTo: 0 } }) =>
      t("drill.happened", { basis, after: formats.dateTime(after), upTo: formats.dateTime(upTo) }),
    was: ({ was: { at, outcomes: then } = { at: 0, outcomes: [] } }) =>
      t("drill.was", { time: formats.dateTime(at), outcomes: outcomes(then) }),
    undated: () => t("drill.undated", { basis }),
    markets: ({ markets }) => t("explain.markets", { markets: list(markets, marketName) }),
    partners: ({ partners }) => t("explain.partners", { markets: list(partners, marketName) }),
    sizes: ({ sizes }) => t("explain.sizes", { sizes: list(sizes, sizeName) }),
    outcomes: (one) => t("explain.outcomes", { outcomes: outcomes(one.outcomes) }),
    notMarkets: ({ notMarkets }) => t("drill.notMarkets", { markets: list(notMarkets, marketName) }),
    notPartners: ({ notPartners }) => t("drill.notPartners", { markets: list(notPartners, marketName) }),
    notSizes: ({ notSizes }) => t("drill.notSizes", { sizes: list(notSizes, sizeName) }),
    notOutcomes: (one) => t("drill.notOutcomes", { outcomes: outcomes(one.notOutcomes) }),
    route: ({ route = "unknown" }) => t(`drill.route.${route}`),
    notRoute: ({ notRoute = "unknown" }) => t(`drill.notRoute.${notRoute}`),
    reached: ({ reached = "created" }) => t("drill.reached", { stage: t(`stage.${reached}`) }),
    left: ({ left = "created" }) => t("drill.left", { stage: t(`stage.${left}`) }),
    implied: ({ implied = "won" }) => t("drill.implied", { stage: t(`stage.${implied}`) }),
    fate: ({ fate = "open" }) => t(`drill.fate.${fate}`),
    asOf: ({ asOf = 0 }) => t("drill.asOf", { time: formats.dateTime(asOf) }),
    quality: ({ quality = "repeated-id" }) => t(`note.${quality}`),
    overdue: ({ overdue = "waiting", limits }) => t(`list.waiting.${overdue}`, hoursOf(limits)),
    time: ({ time }) => timeText(i18n, time),
    days: ({ days = "created-accepted" }) => t("drill.days", { time: t(`list.time.${days}`) }),
    answer: ({ answer }) => (answer ? t(`list.answer.${answer.group}`, { hours: answer.hours }) : ""),
    limits: ({ limits }) => t("drill.limits", hoursOf(limits)),
    values: ({ values = {} }) =>
      DEAL_TEXTS.flatMap((field) => {
        const texts = values[field];
        if (texts === undefined) return [];
        const value = formats.list(texts.map((text) => dealTextName(field, text, i18n)));
        return t("list.narrowed", { name: t(`list.column.${field}`), value });
      }).join(" · "),
    valued: ({ valued = "" }) => t("drill.valued", { measure: measureName(valued, i18n) }),
    unvalued: ({ unvalued = "" }) =>
      unvalued === ANY_MEASURE
        ? t("deal.value.none")
        : t("drill.unvalued", { measure: measureName(unvalued, i18n) }),
    risks: ({ risks }) => list(risks, (risk) => t(`deal.risk.${risk as Risk}`)),
    registrations: ({ registrations }) =>
      list(registrations, (step) => t(`deal.registration.${step as Registration}`)),
  };
}

/** Limits in the units that people use. */
function hoursOf(limits: Drill["limits"]): { hours: number; days: number } {
  if (limits === undefined) return { hours: ANSWER_HOURS, days: EXPIRY_DAYS };
  return { hours: limits.answer, days: (limits.expiry * HOUR_MS) / DAY_MS };
}

function timeText({ t, formats }: I18n, part: Drill["time"]): string {
  if (!part) return "";
  const time = t(`list.time.${part.time}`);
  const [over, upTo] = [part.over, part.upTo].map((hours) => formats.duration((hours ?? 0) * HOUR_MS));
  if (part.over === null && part.upTo === null) return t("drill.time", { time });
  if (part.over === null) return t("drill.time.upTo", { time, upTo: upTo ?? "" });
  if (part.upTo === null) return t("drill.time.over", { time, over: over ?? "" });
  return t("drill.time.between", { time, over: over ?? "", upTo: upTo ?? "" });
}
