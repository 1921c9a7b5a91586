import type { Sort } from "#lib/sort.ts";
import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { Parameters } from "../parameter.ts";
import { flag, numberWithin, oneOf } from "../parameters.ts";
import { sortParameter } from "../sort.ts";
import { WHY_DIMENSIONS, type WhyDimension } from "./why.ts";

/** Figures of answers and waiting that are compared with an earlier period. */
export const TIMES_FIGURES = ["answered", "answeredLate", "waiting", "overdue", "expired"] as const;
export type TimesFigure = (typeof TIMES_FIGURES)[number];

export const TIME_COLUMNS = ["referrals", "name", "base", "median", "p75", "p90", "share"] as const;

/** Keys of the Response times view. */
export type TimesKeys = {
  time: Time;
  /** Hours after which an answer is late. */
  hours: number;
  /** Days after which a referral expires. */
  days: number;
  sort: Sort;
  /** Show all rows of the breakdown, not only the largest. */
  all: boolean;
  /** The change that is explained, and by what. */
  why: TimesFigure;
  whyBy: WhyDimension;
};

export const MAX_HOURS = 720;
export const MAX_DAYS = 365;

export const TIMES_KEYS: Parameters<TimesKeys> = {
  time: oneOf("time", Object.keys(TIMES) as Time[], "created-acknowledged"),
  hours: numberWithin("hours", 1, MAX_HOURS, ANSWER_HOURS),
  days: numberWithin("days", 1, MAX_DAYS, EXPIRY_DAYS),
  sort: sortParameter<string>(TIME_COLUMNS, [{ id: "referrals", desc: true }], 1),
  all: flag("all"),
  why: oneOf("why", TIMES_FIGURES, "answered"),
  whyBy: oneOf("why-by", WHY_DIMENSIONS, "market"),
};
