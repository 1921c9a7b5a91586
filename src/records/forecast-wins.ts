import { DAY_MS } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { type Forecast, forecastOpen } from "#statistics/forecast.ts";
import { type Incidence, incidenceOf } from "#statistics/incidence.ts";
import { CENSORED, EVENT, lifeTable } from "#statistics/life-table.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { eventAges } from "./event-ages.ts";
import { dateTests } from "./filter-dates.ts";
import { outcomeTests } from "./filter-outcome.ts";
import type { DateRange } from "./record-filter.ts";
import { filterRows, partition, type Rows } from "./rows.ts";

/** A forecast is trained on referrals created within 24 months before it. */
const TRAINING_DAYS = 730;

/** Ages in days of the past forecasts used for checking. */
export const LOOK_BACKS = [90, 180] as const;

/** Training data of a forecast and its checks, in days. */
export const FORECAST_DAYS = TRAINING_DAYS + Math.max(...LOOK_BACKS);

/** Open referrals that a market needs to have its forecast checked. */
export const MIN_OPEN = 30;

/** A past forecast for one market and the wins that followed; `held`: they were within the interval. */
export type LookBack = { market: string; days: number; forecast: Forecast; happened: number; held: boolean };

/** The training data of a forecast at an instant (ms UTC). */
function trainingRows(table: RecordTable, rows: Rows, asOf: number): Rows {
  const created = table.dates.createdDate.at;
  return filterRows(rows, (row) => {
    const at = created[row] as number;
    return at <= asOf && at > asOf - TRAINING_DAYS * DAY_MS;
  });
}

/**
 * Rows of a period that are open by their outcome. An end dated after the time of the data has happened all the same, so
 * dates alone would call such a row open.
 */
export function openRows(table: RecordTable, rows: Rows, period: DateRange): Rows {
  const tests = [...dateTests(table, { dates: [period] }), ...outcomeTests(table, { fate: "open" })];
  return filterRows(rows, (row) => tests.every((passes) => passes(row)));
}

/** A forecast of wins (null with too little data), and its curve. */
export type WinForecast = { forecast: Forecast | null; curve: Incidence };

/**
 * Wins expected from the open referrals among `of` after an instant (ms UTC), within a number of days or eventually,
 * trained on `rows`.
 */
export function forecastWins(
  table: RecordTable,
  rows: Rows,
  asOf: number,
  { days = Number.POSITIVE_INFINITY, of }: { days?: number; of?: Rows } = {},
): WinForecast {
  const { lifetimes } = eventAges(table, trainingRows(table, rows, asOf), "won", asOf);
  const curve = incidenceOf(lifeTable(lifetimes));
  const open = of && eventAges(table, of, "won", asOf).lifetimes;
  return { forecast: forecastOpen(curve, lifetimes, days, open), curve };
}

/** Referrals open at an instant and won by a later one. */
function wonBetween(table: RecordTable, rows: Rows, from: number, to: number): number {
  const derived = trainingRows(table, rows, from);
  const [then, now] = [from, to].map((at) => eventAges(table, derived, "won", at).lifetimes.ends) as [
    Uint8Array,
    Uint8Array,
  ];
  return then.reduce((sum, end, row) => sum + (end === CENSORED && now[row] === EVENT ? 1 : 0), 0);
}

function byMarket(table: RecordTable, rows: Rows): Map<string, Rows> {
  const { codes, values } = derivedFieldsOf(table).markets;
  const parts = partition(rows, values.length, (row) => codes[row] as number);
  return new Map(values.map((value, code) => [value, parts[code] as Rows]));
}

/**
 * Backtest: for each of `LOOK_BACKS` before an instant (ms UTC), forecasts each market with at least `MIN_OPEN` open
 * referrals and compares with the wins until then. A generator, so that a page can compute in slices.
 */
export function* lookBack(table: RecordTable, rows: Rows, asOf: number): Generator<undefined, LookBack[]> {
  const looks: LookBack[] = [];
  for (const [market, own] of byMarket(table, rows))
    for (const days of LOOK_BACKS) {
      yield;
      const from = asOf - days * DAY_MS;
      const { forecast } = forecastWins(table, own, from, { days });
      if (forecast === null || forecast.open < MIN_OPEN) continue;
      const happened = wonBetween(table, own, from, asOf);
      const held = happened >= forecast.low && happened <= forecast.high;
      looks.push({ market, days, forecast, happened, held });
    }
  return looks;
}
