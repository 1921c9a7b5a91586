import type { Field } from "./fields.ts";
import type { Filter } from "./filter.ts";

/** Width of date buckets; weeks start on Monday, all in UTC. */
export const LEVELS = ["day", "week", "month"] as const;
export type Level = (typeof LEVELS)[number];

/** Counts the referrals that pass the filter by these fields. */
export type GroupedQuery = {
  filter: Filter | null;
  groupBy: readonly [Field, ...Field[]];
  /** Applies to all date fields in `groupBy`; without any it has no meaning. */
  level: Level;
};

/** A query for single referrals. */
export type RecordQuery = { filter: Filter | null };

/** `top` 0 to 10,000 rows after `skip` rows. */
export type PageRange = { top: number; skip: number };

export type AnalyticsQuery =
  | { kind: "grouped"; query: GroupedQuery; page: PageRange }
  | { kind: "records"; query: RecordQuery; page: PageRange };
