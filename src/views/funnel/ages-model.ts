import { type ChartLine, type ChartModel, shareScale } from "#charts/chart-model.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { AGED_EVENTS, type AgedEvent, type AgedRates, MARK_AGES } from "#records/aged-rates.ts";
import { claimedAt, type IncidenceAt, inTheEnd } from "#statistics/incidence.ts";

export const EVENT_COLOURS: Record<AgedEvent, string> = {
  accepted: "var(--accent)",
  won: "var(--outcome-won)",
};

/** Possible tick distances in days; the smallest that needs at most eight steps is used. */
const TICK_DAYS = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 365];

/** Maximum number of ticks, and of values between two ticks. */
const [NAMES, VALUES] = [8, 30];

/** The largest age in days with a claim; 0 without any. */
export function lastAge(rates: AgedRates): number {
  return Math.max(0, ...AGED_EVENTS.map((event) => rates[event].curve.table.limit ?? 0));
}

/** The ages in days to draw up to an age. */
export function drawnAges(last: number): number[] {
  const tick = TICK_DAYS.find((days) => days * NAMES > last) ?? Math.ceil(last / NAMES);
  return Array.from({ length: NAMES * VALUES }, (_, place) => (place * tick) / VALUES);
}

/** Both rates by age with their intervals, up to the last age with enough at risk. */
export function agesChartModel(rates: AgedRates, { t }: I18n): ChartModel {
  const last = lastAge(rates);
  const ages = drawnAges(last);
  const lineOf = (event: AgedEvent): ChartLine => {
    const at = ages.map((age) => claimedAt(rates[event].curve, age));
    return {
      key: event,
      name: t(`stage.${event}`),
      colour: EVENT_COLOURS[event],
      look: "strong",
      values: at.map((one) => one?.value ?? null),
      band: at.map((one) => one && [one.low, one.high]),
    };
  };
  const lines = AGED_EVENTS.map(lineOf);
  const tops = lines.flatMap(({ band = [] }) => band.map((ends) => ends?.[1] ?? 0));
  return {
    buckets: ages.map((age) => {
      const name = t("ages.days", { age: Math.round(age * 10) / 10 });
      return { key: String(age), tick: name, name, unfinished: null, hasBegun: age <= last };
    }),
    kind: "lines",
    series: [],
    lines,
    scale: shareScale(Math.max(...tops)),
  };
}

/** Figures at one age; at the end, each event has its own age. */
export type AgeRow = {
  key: string;
  age: number;
  isEnd: boolean;
  at: Readonly<Record<AgedEvent, IncidenceAt | null>>;
};

/** The rates at fixed ages and at the end. */
export function ageRows(rates: AgedRates): AgeRow[] {
  const marks = MARK_AGES.map((age): AgeRow => {
    const at = (event: AgedEvent) => claimedAt(rates[event].curve, age);
    return { key: String(age), age, isEnd: false, at: { accepted: at("accepted"), won: at("won") } };
  });
  const ends = AGED_EVENTS.flatMap((event): AgeRow[] => {
    const at = inTheEnd(rates[event].curve);
    const none = { accepted: null, won: null };
    return at ? [{ key: `end ${event}`, age: at.age, isEnd: true, at: { ...none, [event]: at } }] : [];
  });
  return [...marks, ...ends];
}
