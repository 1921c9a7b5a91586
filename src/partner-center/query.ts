import type { Field } from "./fields.ts";
import type { Filter } from "./filter.ts";

/** Width of the date buckets of a grouped query; weeks start on Monday, all in UTC. */
export const LEVELS = ["day", "week", "month"] as const;
export type Level = (typeof LEVELS)[number];

/** A grouped query: count the referrals that pass the filter by the values of these fields. */
export type GroupedQuery = {
  filter: Filter | null;
  groupBy: readonly [Field, ...Field[]];
  /** Applies to every date field in `groupBy`; without one it means nothing. */
  level: Level;
};

/** A query for the referrals themselves. */
export type RecordQuery = { filter: Filter | null };

/** `top` 0 to 10,000 rows after `skip` rows. */
export type PageRange = { top: number; skip: number };

export type AnalyticsQuery =
  | { kind: "grouped"; query: GroupedQuery; page: PageRange }
  | { kind: "records"; query: RecordQuery; page: PageRange };
