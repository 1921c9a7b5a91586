import { isDay } from "#lib/calendar.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import type { Period } from "#referrals/period.ts";
import type { Parameter, Parameters } from "../parameter.ts";
import { oneOf } from "../parameters.ts";
import { type Rival, rivalParameter } from "./rival.ts";

/** Figures whose change can be decomposed. */
export const WHY_FIGURES = [
  "created",
  "acknowledged",
  "accepted",
  "won",
  "exits",
  "open",
  "acceptance",
  "win",
  "close",
] as const;
export type WhyFigure = (typeof WHY_FIGURES)[number];

/** Dimensions of the decomposition: properties that a referral has from the start. */
export const WHY_DIMENSIONS = ["market", "partner", "size"] as const satisfies readonly Dimension[];
export type WhyDimension = (typeof WHY_DIMENSIONS)[number];

/** Some days, and those that they are compared with. */
export type WhyDays = { period: Period; comparison: Period };

/** `whyDays`, or the difference from `whyRival`, are explained instead of the page's comparison; null for that itself. */
export type WhyKeys = {
  why: WhyFigure;
  whyBy: WhyDimension;
  whyDays: WhyDays | null;
  whyRival: Rival | null;
};

/** `2026-02-01~2026-02-28~2025-02-01~2025-02-28` */
const WHY_DAYS: Parameter<WhyDays | null> = {
  name: "why-days",
  fallback: null,
  parse: (text) => {
    const days = text.split("~");
    const [from = "", to = "", fromBefore = "", toBefore = ""] = days;
    const isInOrder = from <= to && fromBefore <= toBefore && fromBefore < from;
    if (days.length !== 4 || !days.every(isDay) || !isInOrder) return null;
    return { period: { from, to }, comparison: { from: fromBefore, to: toBefore } };
  },
  print: (days) => days && [days.period, days.comparison].flatMap(({ from, to }) => [from, to]).join("~"),
};

/** The Overview's explanation of a change: `why=acceptance&why-by=size&why-with=market:DE`. */
export const WHY_KEYS: Parameters<WhyKeys> = {
  why: oneOf("why", WHY_FIGURES, "win"),
  whyBy: oneOf("why-by", WHY_DIMENSIONS, "market"),
  whyDays: WHY_DAYS,
  whyRival: rivalParameter("why-with"),
};
