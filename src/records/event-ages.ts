import { DAY_MS } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { CLOSING_DATES, OUTCOME_OF_CLOSING_DATE, OUTCOMES, outcomeGroupOf } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import type { DatedLives } from "#statistics/forecast.ts";
import { CENSORED, COMPETING, EVENT } from "#statistics/life-table.ts";
import { type DerivedFields, derivedFieldsOf } from "./derived-fields.ts";
import type { Rows } from "./rows.ts";

/** Events of incidence curves; all other ends are competing risks. */
export const EVENTS = ["acknowledged", "accepted", "won"] as const;
export type ReferralEvent = (typeof EVENTS)[number];

/** Lifetimes up to an instant, and the number of referrals left out: an end or event without a date in order. */
export type EventAges = { lifetimes: DatedLives; unplaced: number };

/** Dates less than a second apart count as equal, not as out of order. */
const SECOND_MS = 1000;
const [WON, LOST] = [OUTCOMES.indexOf("won"), OUTCOMES.indexOf("lost")];
const ACKNOWLEDGED = STAGES.indexOf("acknowledged");
const ACCEPTED = STAGES.indexOf("accepted");

const FIELD_OF_OUTCOME = OUTCOMES.map(
  (outcome): DateField | null =>
    CLOSING_DATES.find((field) => OUTCOME_OF_CLOSING_DATE[field] === outcome) ?? null,
);
const IS_OPEN = OUTCOMES.map((outcome) => outcomeGroupOf(outcome) === "open");

/** Instants (ms UTC) of one row: infinite for what never happened, NaN for what happened without a date to prove it. */
type Moments = { end: number; accepted: number; acknowledged: number };

/** The closing date, else the archived date, by which it had ended. */
function endAt({ dates }: RecordTable, outcome: number, row: number): number {
  if (IS_OPEN[outcome]) return Number.POSITIVE_INFINITY;
  const field = FIELD_OF_OUTCOME[outcome];
  const own = field ? (dates[field].at[row] as number) : Number.NaN;
  return Number.isNaN(own) ? (dates.archivedDate.at[row] as number) : own;
}

/** The earlier of two instants, ignoring NaN. */
function earlier(one: number, other: number): number {
  if (Number.isNaN(one)) return other;
  return Number.isNaN(other) ? one : Math.min(one, other);
}

/** A reached stage is dated by its own date or the next one that proves it; NaN without either. */
function momentsOf(table: RecordTable, derived: DerivedFields, row: number): Moments {
  const [outcome, last] = [derived.outcomes[row] as number, derived.lastStages[row] as number];
  const end = endAt(table, outcome, row);
  const never = Number.POSITIVE_INFINITY;
  const own = (field: DateField) => table.dates[field].at[row] as number;
  const proved = outcome === WON || outcome === LOST ? end : Number.NaN;
  const accepted = last >= ACCEPTED ? earlier(own("acceptedDate"), proved) : never;
  const acknowledged =
    last >= ACKNOWLEDGED ? earlier(own("acknowledgedDate"), last >= ACCEPTED ? accepted : Number.NaN) : never;
  return { end, accepted, acknowledged };
}

function eventAt({ end, accepted, acknowledged }: Moments, event: ReferralEvent, outcome: number): number {
  if (event === "won") return outcome === WON ? end : Number.POSITIVE_INFINITY;
  return event === "accepted" ? accepted : acknowledged;
}

/** An end before the event is a competing risk; at the same instant the event counts. */
function firstOf(happened: number, end: number): number {
  if (Number.isNaN(end) && happened !== Number.POSITIVE_INFINITY) return happened;
  return Math.min(happened, end);
}

/**
 * The lifetimes of rows as of an instant (ms UTC), for the curve of one event: in days since creation, censored where
 * there is no event or end yet. Rows created later or without a created date are left out.
 */
export function eventAges(table: RecordTable, rows: Rows, event: ReferralEvent, asOf: number): EventAges {
  const derived = derivedFieldsOf(table);
  const created = table.dates.createdDate.at;
  const ages = new Float64Array(rows.length);
  const since = new Float64Array(rows.length);
  const ends = new Uint8Array(rows.length);
  let [size, unplaced] = [0, 0];
  for (const row of rows) {
    const start = created[row] as number;
    if (!(start <= asOf)) continue;
    const moments = momentsOf(table, derived, row);
    const happened = eventAt(moments, event, derived.outcomes[row] as number);
    const first = firstOf(happened, moments.end);
    const isBackwards = first <= start - SECOND_MS;
    if (Number.isNaN(first) || isBackwards) {
      unplaced += 1;
      continue;
    }
    const isOpen = first > asOf;
    since[size] = (asOf - start) / DAY_MS;
    ages[size] = Math.max(0, (isOpen ? asOf : first) - start) / DAY_MS;
    ends[size++] = isOpen ? CENSORED : first === happened ? EVENT : COMPETING;
  }
  const lifetimes = {
    ages: ages.slice(0, size),
    ends: ends.slice(0, size),
    since: since.slice(0, size),
  };
  return { lifetimes, unplaced };
}
