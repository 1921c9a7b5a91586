import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import type { CountOrRate } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import type { WhyDimension } from "#selection/keys/why.ts";
import { type Reason, reasonsOf, type Why } from "./why-model.ts";

/** How a change is named and drawn. */
export type WhyLook = SeriesLook & {
  by: WhyDimension;
  figureName: string;
  /** Name of the other side, where it is another selection and not an earlier period. */
  rival: string | null;
  /** A figure of the other side, linked to its referrals. */
  drawBefore: (figure: CountOrRate, drill: Drill) => ReactNode;
};

/** A signed part of a change: percentage points for a rate, referrals for a count. */
export function effectText({ isRate }: Pick<Why, "isRate">, size: number, { formats }: I18n): string {
  if (isRate) return formats.signed(size * 100);
  if (!Number.isInteger(size) || size === 0) return formats.signed(size);
  return `${size > 0 ? "+" : "−"}${formats.count(Math.abs(size))}`;
}

/** "Win rate fell by 1.2 points: −0.9 because a larger share came from Brazil, …"; against a rival "is lower". */
export function whySentence(why: Why, look: WhyLook, i18n: I18n): string {
  const { t, formats } = i18n;
  const { change, isRate, isChance } = why;
  const way = change > 0 ? "up" : change < 0 ? "down" : "same";
  const size = isRate
    ? t("change.points", { points: formats.decimal(Math.abs(change) * 100) })
    : formats.count(Math.abs(change));
  const { reasons, rest } = reasonsOf(why);
  const effects = reasons.map((reason) => reasonText(reason, why, look, i18n));
  if (effects.length > 0 && Math.abs(rest) > (isRate ? 0.0005 : 0.5))
    effects.push(t("why.rest", { effect: effectText(why, rest, i18n) }));
  const said = t(look.rival === null ? "why.sentence" : "why.sentence.rival", {
    figure: look.figureName,
    rival: look.rival ?? "",
    way,
    size,
    has: effects.length > 0 ? "reasons" : "none",
    effects: formats.list(effects),
  });
  return isChance && change !== 0
    ? `${said} ${t(look.rival === null ? "why.chance" : "why.chance.rival")}`
    : said;
}

function reasonText({ kind, key, size, isMore }: Reason, why: Why, look: WhyLook, i18n: I18n): string {
  const { t } = i18n;
  return t(`why.because.${kind}`, {
    effect: effectText(why, size, i18n),
    way: isMore ? "up" : "down",
    by: key === null ? "pool" : look.by,
    name: key === null ? "" : look.nameOf(key),
    figure: why.figure,
  });
}
