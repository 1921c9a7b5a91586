import { DAY_MS } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { type Forecast, forecastOpen } from "#statistics/forecast.ts";
import { type Incidence, incidenceOf } from "#statistics/incidence.ts";
import { CENSORED, EVENT, lifeTable } from "#statistics/life-table.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import { eventAges } from "./event-ages.ts";
import { filterRows, partition, type Rows } from "./rows.ts";

/** A forecast learns from referrals created within so many days before it: 24 months. */
const TRAINING_DAYS = 730;

/** How far a forecast looks back to be checked, in days. */
export const LOOK_BACKS = [90, 180] as const;

/** What a forecast and its checks need: referrals created within so many days before it. */
export const FORECAST_DAYS = TRAINING_DAYS + Math.max(...LOOK_BACKS);

/** A market needs so many open referrals for its forecast to be checked. */
export const MIN_OPEN = 30;

/** What one market was forecast to bring within the days since, and what really came in. */
export type LookBack = { market: string; days: number; forecast: Forecast; happened: number; held: boolean };

/** The rows that a forecast of wins at an instant (ms UTC) learns from. */
function trainingRows(table: RecordTable, rows: Rows, asOf: number): Rows {
  const created = table.dates.createdDate.at;
  return filterRows(rows, (row) => {
    const at = created[row] as number;
    return at <= asOf && at > asOf - TRAINING_DAYS * DAY_MS;
  });
}

/** A forecast of wins, null when too few are known to tell; and the curve that it rests on. */
export type WinForecast = { forecast: Forecast | null; curve: Incidence };

/**
 * What the open ones among some rows (`of`) will bring from an instant (ms UTC) on, within so many days or in the end,
 * as far as these rows teach.
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

/** How many that were open at an instant were won by a later one. */
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
 * Stands at each of `LOOK_BACKS` before an instant (ms UTC), forecasts each market with at least `MIN_OPEN` open
 * referrals up to that instant, and compares with what came in. Market by market, so that a page can do it bit by bit.
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
