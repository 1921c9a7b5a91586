import { DATE_FIELDS, type DateField, FIELDS, isDateField, type Referral } from "#partner-center/fields.ts";
import { printInstant } from "#partner-center/instant.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { OpenAge } from "#referrals/open-age.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { QUALITY_CLASSES, type QualityClass } from "#referrals/quality.ts";
import { STAGES, type Stage } from "#referrals/stages.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { type RangeOfDate, rangeOfDate } from "./date-range.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { FilterContext } from "./record-filter.ts";
import { openAgeOfRow } from "./row-age.ts";
import { flagOf, qualityFlags } from "./row-quality.ts";
import { timeReader } from "./row-times.ts";

/** A date that has happened: ms UTC, its range if known no better, and ms since the previous event (null for the first). */
export type TimelineEvent = {
  field: DateField;
  at: number;
  range: RangeOfDate | null;
  sinceBefore: number | null;
};

export type Timeline = {
  /** By time; ties in the order of DATE_FIELDS. */
  events: readonly TimelineEvent[];
  /** Dates that were sent but are unreadable. */
  unreadable: readonly { field: DateField; text: string }[];
  outcome: Outcome;
  lastStage: Stage;
  /** Stages reached without their date. */
  implied: readonly Stage[];
  age: OpenAge;
  /** Only those with both dates in order; imprecise where one of these is only known to lie in a range. */
  times: readonly { time: Time; ms: number; isImprecise: boolean }[];
  quality: readonly QualityClass[];
};

/** The value of a field as sent; a date as `printInstant` writes it, null when absent. */
export function textAt({ terms, dates }: RecordTable, row: number, field: keyof Referral): string | null {
  if (!isDateField(field)) {
    const { codes, values } = terms[field];
    return values[codes[row] as number] ?? null;
  }
  const at = dates[field].at[row] as number;
  return Number.isNaN(at) ? (dates[field].unreadable.get(row) ?? null) : printInstant(at);
}

/** A row as a referral, with the values of `textAt`. */
export function referralAt(table: RecordTable, row: number): Referral {
  return Object.fromEntries(FIELDS.map((field) => [field, textAt(table, row, field)])) as Referral;
}

function eventsOf(table: RecordTable, row: number): TimelineEvent[] {
  const { dates } = table;
  const events = DATE_FIELDS.map((field) => ({ field, at: dates[field].at[row] as number }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at);
  return events.map(({ field, at }, index) => {
    const before = events[index - 1];
    return {
      field,
      at,
      range: rangeOfDate(table, row, field),
      sinceBefore: before === undefined ? null : at - before.at,
    };
  });
}

function unreadableOf({ dates }: RecordTable, row: number): Timeline["unreadable"] {
  return DATE_FIELDS.flatMap((field) => {
    const text = dates[field].unreadable.get(row);
    return text === undefined ? [] : [{ field, text }];
  });
}

function timesOfRow(table: RecordTable, row: number): Timeline["times"] {
  return (Object.keys(TIMES) as Time[]).flatMap((time) => {
    const ms = timeReader(table, time)(row);
    const { from, to } = TIMES[time];
    const isImprecise = [from, to].some((field) => rangeOfDate(table, row, field) !== null);
    return Number.isNaN(ms) ? [] : [{ time, ms, isImprecise }];
  });
}

/** The timeline of a row at `context.now`. @throws RangeError for a row outside the table */
export function timelineOf(table: RecordTable, row: number, context: FilterContext): Timeline {
  const { outcomes, lastStages, implied } = derivedFieldsOf(table);
  const [outcome, lastStage] = [OUTCOMES[outcomes[row] ?? -1], STAGES[lastStages[row] ?? -1]];
  if (outcome === undefined || lastStage === undefined) throw new RangeError(`no row ${row}`);
  const flags = qualityFlags(table, context)[row] ?? 0;
  return {
    events: eventsOf(table, row),
    unreadable: unreadableOf(table, row),
    outcome,
    lastStage,
    implied: STAGES.filter((_, stage) => ((implied[row] ?? 0) & (1 << stage)) !== 0),
    age: openAgeOfRow(table, row, context.now, context.limits),
    times: timesOfRow(table, row),
    quality: QUALITY_CLASSES.filter((name) => (flags & flagOf(name)) !== 0),
  };
}
