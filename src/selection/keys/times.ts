import { ANSWER_HOURS, EXPIRY_DAYS } from "#referrals/open-age.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { Parameters } from "../parameter.ts";
import { flag, numberWithin, oneOf } from "../parameters.ts";

export const TIME_COLUMNS = ["referrals", "name", "base", "median", "p75", "p90", "share"] as const;
export type TimeColumn = (typeof TIME_COLUMNS)[number];
export type TimeSort = TimeColumn | `-${TimeColumn}`;

/** What the Response times look at, besides the selection. */
export type TimesKeys = {
  time: Time;
  /** After so many hours an answer is late. */
  hours: number;
  /** After so many days a referral expires. */
  days: number;
  sort: TimeSort;
  /** Every part of the breakdown, not the largest alone. */
  all: boolean;
};

const SORTS: readonly TimeSort[] = TIME_COLUMNS.flatMap((column): TimeSort[] => [column, `-${column}`]);

export const MOST_HOURS = 720;
export const MOST_DAYS = 365;

export const TIMES_KEYS: Parameters<TimesKeys> = {
  time: oneOf("time", Object.keys(TIMES) as Time[], "created-acknowledged"),
  hours: numberWithin("hours", 1, MOST_HOURS, ANSWER_HOURS),
  days: numberWithin("days", 1, MOST_DAYS, EXPIRY_DAYS),
  sort: oneOf("sort", SORTS, "-referrals"),
  all: flag("all"),
};
