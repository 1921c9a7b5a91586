import { useSizeName } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import type { Drill } from "#selection/drill.ts";
import { useMarketName } from "#ui/value.tsx";

/** A part of a drill in words, and the drill without it. */
export type DrillPart = { key: keyof Drill; text: string; rest: Drill };

/** The parts of a drill in words. */
export function useDrillParts(drill: Drill): DrillPart[] {
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
  const { words, formats } = i18n;
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const { scope } = useView().viewData;
  const basis = words(`basis.${scope.basis}`);
  const list = (values: readonly string[] = [], nameOf: (value: string) => string = String) =>
    formats.list(values.map(nameOf));
  const outcomes = (values: Drill["outcomes"] = []) => list(values.map((value) => words(`outcome.${value}`)));
  const days = drill.within ?? scope.period;
  return {
    within: () => words("drill.within", { basis, days: formats.days(days.from, days.to) }),
    undated: () => words("drill.undated", { basis }),
    markets: ({ markets }) => words("explain.markets", { markets: list(markets, marketName) }),
    partners: ({ partners }) => words("explain.partners", { markets: list(partners, marketName) }),
    sizes: ({ sizes }) => words("explain.sizes", { sizes: list(sizes, sizeName) }),
    outcomes: (one) => words("explain.outcomes", { outcomes: outcomes(one.outcomes) }),
    notMarkets: ({ notMarkets }) => words("drill.notMarkets", { markets: list(notMarkets, marketName) }),
    notPartners: ({ notPartners }) => words("drill.notPartners", { markets: list(notPartners, marketName) }),
    notSizes: ({ notSizes }) => words("drill.notSizes", { sizes: list(notSizes, sizeName) }),
    notOutcomes: (one) => words("drill.notOutcomes", { outcomes: outcomes(one.notOutcomes) }),
    route: ({ route = "unknown" }) => words(`drill.route.${route}`),
    notRoute: ({ notRoute = "unknown" }) => words(`drill.notRoute.${notRoute}`),
    reached: ({ reached = "created" }) => words("drill.reached", { stage: words(`stage.${reached}`) }),
    left: ({ left = "created" }) => words("drill.left", { stage: words(`stage.${left}`) }),
    implied: ({ implied = "won" }) => words("drill.implied", { stage: words(`stage.${implied}`) }),
    fate: ({ fate = "open" }) => words(`drill.fate.${fate}`),
    quality: ({ quality = "repeated-id" }) => words(`note.${quality}`),
    overdue: ({ overdue = "waiting", limits }) => words(`list.waiting.${overdue}`, hoursOf(limits)),
    time: ({ time }) => timeWords(i18n, time),
    days: ({ days = "created-accepted" }) => words("drill.days", { time: words(`list.time.${days}`) }),
    answer: ({ answer }) => (answer ? words(`list.answer.${answer.group}`, { hours: answer.hours }) : ""),
    limits: ({ limits }) => words("drill.limits", hoursOf(limits)),
  };
}

/** Limits in the units in which people speak of them. */
function hoursOf(limits: Drill["limits"]): { hours: number; days: number } {
  if (limits === undefined) return { hours: ANSWER_HOURS, days: EXPIRY_DAYS };
  return { hours: limits.answer, days: (limits.expiry * HOUR_MS) / DAY_MS };
}

function timeWords({ words, formats }: I18n, part: Drill["time"]): string {
  if (!part) return "";
  const time = words(`list.time.${part.time}`);
  const [over, upTo] = [part.over, part.upTo].map((hours) => formats.duration((hours ?? 0) * HOUR_MS));
  if (part.over === null && part.upTo === null) return words("drill.time", { time });
  if (part.over === null) return words("drill.time.upTo", { time, upTo: upTo ?? "" });
  if (part.upTo === null) return words("drill.time.over", { time, over: over ?? "" });
  return words("drill.time.between", { time, over: over ?? "", upTo: upTo ?? "" });
}
