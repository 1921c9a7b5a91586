import type { Day, Grain } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { DealField } from "#referrals/deal-fields.ts";
import { ANY_MEASURE, REGISTRATIONS, type Registration, RISKS, type Risk } from "#referrals/deals.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import { type TrendBucket, trendAxis } from "#referrals/trend-axis.ts";
import { dealNumbers, dealTexts } from "./deal-columns.ts";
import {
  measuresOf,
  openAndWon,
  registrationReader,
  riskReader,
  type ValueSum,
  valueReader,
  valueSum,
} from "./deal-values.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { groupRowsByBucket } from "./group-records.ts";
import type { FilterContext } from "./record-filter.ts";
import { type CodedTexts, filterRows, partition, type Rows } from "./rows.ts";

/** Referrals with one key, and the amounts of those that have one in the measure. */
export type DealGroup<Key> = { key: Key; deals: number; value: ValueSum };

type Context = Pick<FilterContext, "now" | "limits">;

/** Open, won and at-risk values of one measure; null where the source cannot tell that any deal is at risk. */
export type MeasureValues = { measure: string; open: ValueSum; won: ValueSum; atRisk: ValueSum | null };

/** The field by which a risk is judged, where it is one that only some sources have. */
const NEEDED_FOR_RISK: Partial<Record<Risk, DealField>> = {
  "past-close": "expectedClose",
  silent: "updated",
};

/** The risks that a source with these fields can tell. */
export function knownRisks(present: ReadonlySet<DealField>): readonly Risk[] {
  return RISKS.filter((risk) => {
    const needed = NEEDED_FOR_RISK[risk];
    return needed === undefined || present.has(needed);
  });
}

/** Values per measure, and the number of open and won rows without any amount; `risks` are those the source can tell. */
export function valuesByMeasure(
  table: RecordTable,
  rows: Rows,
  context: Context,
  risks: readonly Risk[] = RISKS,
): { measures: MeasureValues[]; unvalued: { open: number; won: number } } {
  const { open, won } = openAndWon(table, rows);
  const riskOf = riskReader(table, context);
  const atRisk = filterRows(open, (row) => riskOf(row) !== null);
  const hasValue = valueReader(table, ANY_MEASURE);
  const without = (some: Rows) => some.length - filterRows(some, hasValue).length;
  const riskSum = (measure: string) => {
    const sum = valueSum(table, atRisk, measure);
    return sum.count === 0 && risks.length < RISKS.length ? null : sum;
  };
  const measures = measuresOf(table, rows).map(({ measure }) => ({
    measure,
    open: valueSum(table, open, measure),
    won: valueSum(table, won, measure),
    atRisk: riskSum(measure),
  }));
  return { measures, unvalued: { open: without(open), won: without(won) } };
}

/** Open rows by sales stage, in stage order; by outcome where there are no stages. */
export function pipeline(
  table: RecordTable,
  rows: Rows,
  measure: string,
): { by: "salesStage" | "outcome"; stages: DealGroup<string>[] } {
  const { open } = openAndWon(table, rows);
  const stageTexts = dealTexts(table, "salesStage");
  const hasStages = open.some((row) => stageTexts.values[stageTexts.codes[row] as number] !== "");
  const { outcomes } = derivedFieldsOf(table);
  const keys = hasStages
    ? stageTexts
    : { codes: Uint32Array.from(outcomes), values: OUTCOMES as readonly string[] };
  const stages = groupsBy(table, open, keys, measure);
  return hasStages
    ? { by: "salesStage", stages: stages.sort((a, b) => compareStages(a.key, b.key)) }
    : { by: "outcome", stages };
}

/** Percentages numerically, then names; no stage last. */
function compareStages(a: string, b: string): number {
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}

function groupsBy(table: RecordTable, rows: Rows, keys: CodedTexts, measure: string): DealGroup<string>[] {
  return partition(rows, keys.values.length, (row) => keys.codes[row] as number).flatMap((some, code) =>
    some.length === 0
      ? []
      : [{ key: keys.values[code] ?? "", deals: some.length, value: valueSum(table, some, measure) }],
  );
}

/** The time axis of rows: `dataTime` in ms UTC. */
export type TimeAxisOf = { date: DateField; grain: Grain; period: Period; dataTime: number };

/** Won rows by bucket of the page's date: all buckets of the period; rows outside are left out. */
export function wonOverTime(
  table: RecordTable,
  rows: Rows,
  measure: string,
  axis: TimeAxisOf,
): DealGroup<TrendBucket>[] {
  const { won } = openAndWon(table, rows);
  return bucketsOf(table, won, axis).map(({ bucket, rows: some }) => ({
    key: bucket,
    deals: some.length,
    value: valueSum(table, some, measure),
  }));
}

/** Rows per bucket of the axis. */
export function bucketsOf(table: RecordTable, rows: Rows, { date, grain, period, dataTime }: TimeAxisOf) {
  const { buckets } = groupRowsByBucket(table, rows, date, grain);
  const byStart = new Map<Day, Rows>(buckets.map((one) => [one.start, one.rows]));
  return trendAxis(period, grain, dataTime).map((bucket) => ({
    bucket,
    rows: byStart.get(bucket.start) ?? new Uint32Array(0),
  }));
}

/** Open rows by risk, of those that the source can tell; each row is in one group. */
export function valueAtRisk(
  table: RecordTable,
  rows: Rows,
  measure: string,
  context: Context,
  risks: readonly Risk[] = RISKS,
): DealGroup<Risk>[] {
  const riskOf = riskReader(table, context);
  const placeOf = (row: number) => {
    const risk = riskOf(row);
    return risk === null ? -1 : risks.indexOf(risk);
  };
  return partition(openAndWon(table, rows).open, risks.length, placeOf).map((some, place) => ({
    key: risks[place] as Risk,
    deals: some.length,
    value: valueSum(table, some, measure),
  }));
}

export const REASONED = ["declined", "lost"] as const satisfies readonly Outcome[];
export type Reasoned = (typeof REASONED)[number];

/** Counts per reason; `markets` and `buckets` in the order of the table's. */
export type ReasonRow = { reason: string } & Record<Reasoned, number> & {
    markets: readonly number[];
    buckets: readonly number[];
  };
export type Reasons = { rows: ReasonRow[]; markets: readonly string[]; buckets: readonly TrendBucket[] };

/** Limit of market columns. */
const MAX_MARKETS = 6;

/** Declined and lost rows by reason, most frequent first, with the markets that have most of them. */
export function lossReasons(table: RecordTable, rows: Rows, axis: TimeAxisOf): Reasons {
  const { outcomes, markets } = derivedFieldsOf(table);
  const places = REASONED.map((outcome) => OUTCOMES.indexOf(outcome));
  const ended = filterRows(rows, (row) => places.includes(outcomes[row] as number));
  const { codes, values } = dealTexts(table, "reason");
  const ofMarket = partition(ended, markets.values.length, (row) => markets.codes[row] as number);
  const named = ofMarket
    .map((some, code) => ({ market: markets.values[code] ?? "", count: some.length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.market < b.market ? -1 : 1))
    .slice(0, MAX_MARKETS)
    .map(({ market }) => market);
  const buckets = trendAxis(axis.period, axis.grain, axis.dataTime);
  const reasons = partition(ended, values.length, (row) => codes[row] as number).flatMap((some, code) => {
    if (some.length === 0) return [];
    const countOf = (outcome: Reasoned) =>
      filterRows(some, (row) => OUTCOMES[outcomes[row] as number] === outcome).length;
    return {
      reason: values[code] ?? "",
      declined: countOf("declined"),
      lost: countOf("lost"),
      markets: named.map((market) => {
        const wanted = markets.values.indexOf(market);
        return filterRows(some, (row) => markets.codes[row] === wanted).length;
      }),
      buckets: bucketsOf(table, some, axis).map((one) => one.rows.length),
    };
  });
  const total = (row: ReasonRow) => row.declined + row.lost;
  reasons.sort((a, b) => total(b) - total(a) || (a.reason < b.reason ? -1 : 1));
  return { rows: reasons, markets: named, buckets };
}

/** Won rows by registration step, and days between steps over rows with both dates in order. */
export type Registrations = {
  won: number;
  steps: DealGroup<Registration>[];
  days: Record<"won-registered" | "registered-approved", readonly number[]>;
};

export function registrationsOf(table: RecordTable, rows: Rows, measure: string): Registrations {
  const { won } = openAndWon(table, rows);
  const stepOf = registrationReader(table);
  const placeOf = (row: number) => REGISTRATIONS.indexOf(stepOf(row) ?? "unregistered");
  const steps = partition(won, REGISTRATIONS.length, placeOf).map((some, place) => ({
    key: REGISTRATIONS[place] as Registration,
    deals: some.length,
    value: valueSum(table, some, measure),
  }));
  const [registered, approved] = [dealNumbers(table, "registered"), dealNumbers(table, "approved")];
  const between = (from: Float64Array, to: Float64Array) =>
    Array.from(won, (row) => (to[row] as number) - (from[row] as number)).filter((ms) => ms >= 0);
  return {
    won: won.length,
    steps,
    days: {
      "won-registered": between(table.dates.wonDate.at, registered),
      "registered-approved": between(registered, approved),
    },
  };
}
