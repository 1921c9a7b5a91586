import type { Day, Grain } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { OUTCOMES, outcomeGroupOf } from "#referrals/outcome.ts";
import { STAGES, type Stage } from "#referrals/stages.ts";
import { type TrendBucket, trendAxis } from "#referrals/trend-axis.ts";
import { dealTexts } from "./deal-columns.ts";
import { bucketsOf, type TimeAxisOf } from "./deal-summary.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { groupRowsByBucket } from "./group-records.ts";
import { partition, type Rows } from "./rows.ts";

/** Rows of these values, each row once: in all, and per bucket. */
export type SplitRow = { values: readonly string[]; total: number; counts: readonly number[] };

/** Rows over time by a text. `others` is null where every value has a row of its own. */
export type SplitOverTime = {
  rows: SplitRow[];
  named: readonly SplitRow[];
  others: SplitRow | null;
  all: SplitRow;
  buckets: readonly TrendBucket[];
};

/**
 * Rows over time by a text, the most frequent value first; beyond `most` values the rest is also given as one. A row
 * with a list counts once for each of its entries.
 */
export function splitOverTime(
  table: RecordTable,
  rows: Rows,
  field: DealText,
  axis: TimeAxisOf,
  most: number,
): SplitOverTime {
  const rowOf = (values: readonly string[], some: Rows): SplitRow => ({
    values,
    total: some.length,
    counts: bucketsOf(table, some, axis).map((one) => one.rows.length),
  });
  const parts = byEntry(table, rows, field);
  const split = parts.map(([value, some]) => rowOf([value], some));
  const rest = parts.slice(most);
  const others = Uint32Array.from(new Set(rest.flatMap(([, some]) => [...some])));
  return {
    rows: split,
    named: split.slice(0, most),
    others:
      rest.length === 0
        ? null
        : rowOf(
            rest.map(([value]) => value),
            others,
          ),
    all: rowOf([], rows),
    buckets: trendAxis(axis.period, axis.grain, axis.dataTime),
  };
}

/** Rows by value, most frequent first; a row with a list is in the group of each of its entries. */
function byEntry(table: RecordTable, rows: Rows, field: DealText): [string, Rows][] {
  const { codes, values } = dealTexts(table, field);
  const groups = new Map<string, number[]>();
  for (const [code, some] of partition(rows, values.length, (row) => codes[row] as number).entries()) {
    if (some.length === 0) continue;
    for (const value of new Set(entriesOf(values[code] ?? ""))) {
      const group = groups.get(value) ?? [];
      for (const row of some) group.push(row);
      groups.set(value, group);
    }
  }
  return Array.from(groups, ([value, some]): [string, Rows] => [value, Uint32Array.from(some)]).sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1),
  );
}

/** Referrals by a text and bucket of a date: those that got to a stage, and open ones that may still get there. */
export type SplitCount = { key: string; day: Day; count: number; part: number; open: number };

/** Rows by a text and bucket, over all buckets that have some; `stage` is that of the numerator, null for none. */
export function splitCounts(
  table: RecordTable,
  rows: Rows,
  field: DealText,
  { date, grain, stage }: { date: DateField; grain: Grain; stage: Stage | null },
): SplitCount[] {
  const { codes, values } = dealTexts(table, field);
  const { lastStages, outcomes } = derivedFieldsOf(table);
  const isOpen = OUTCOMES.map((outcome) => outcomeGroupOf(outcome) === "open");
  const reached = stage === null ? Number.POSITIVE_INFINITY : STAGES.indexOf(stage);
  const got = (row: number) => (lastStages[row] as number) >= reached;
  return partition(rows, values.length, (row) => codes[row] as number).flatMap((some, code) =>
    groupRowsByBucket(table, some, date, grain).buckets.map(({ start, rows: own }) => ({
      key: values[code] ?? "",
      day: start,
      count: own.length,
      part: own.filter(got).length,
      open: own.filter((row) => isOpen[outcomes[row] as number] && !got(row)).length,
    })),
  );
}

/** Row counts per value of a text field; lists count for each entry. */
export function countDealTexts(
  table: RecordTable,
  field: DealText,
  rows: Rows,
): { value: string; count: number }[] {
  return byEntry(table, rows, field).map(([value, some]) => ({ value, count: some.length }));
}
