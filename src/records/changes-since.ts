import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { asItStood } from "./as-it-stood.ts";
import { rangeOfDate } from "./date-range.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { RecordFilter } from "./record-filter.ts";
import type { Rows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";

/** Events by the date that proves them; some also require the referral's outcome. */
export const EVENT_DATES = {
  created: { date: "createdDate", outcomes: [] },
  accepted: { date: "acceptedDate", outcomes: [] },
  won: { date: "wonDate", outcomes: ["won"] },
  lost: { date: "lostDate", outcomes: ["lost"] },
  expired: { date: "expiredDate", outcomes: ["expired"] },
} as const satisfies Record<string, { date: DateField; outcomes: readonly Outcome[] }>;
export type SinceEvent = keyof typeof EVENT_DATES;
export const SINCE_EVENTS = Object.keys(EVENT_DATES) as readonly SinceEvent[];

/**
 * A number of referrals that changed from one outcome to another; `date` proves when. A filter by that date finds
 * exactly these if it is the outcome's own (`isOwn`) rather than the archived date.
 */
export type OutcomeChange = { from: Outcome; to: Outcome; date: DateField; isOwn: boolean; count: number };

/** The lowest and highest number that dates known between two imports allow. */
export type PossibleCount = { low: number; high: number };

/** Events in a range of time, the most frequent changes first. */
export type ChangesSince = {
  counts: Readonly<Record<SinceEvent, number>>;
  changes: readonly OutcomeChange[];
  /** Referrals whose outcome has changed. */
  changed: number;
  /** What the counts may be; null where they are exact. */
  ranges: Readonly<Record<SinceEvent | "changed", PossibleCount | null>>;
};

/** After one instant, up to and including another (ms UTC). */
export type Stretch = { after: number; upTo: number };

/** Events of these rows; changes that no date proves count as none. */
export function changesIn(table: RecordTable, rows: Rows, stretch: Stretch): ChangesSince {
  const context = { now: stretch.upTo, isNamedMarket: () => true };
  const countOf = (event: SinceEvent) => {
    const { date: field, outcomes } = EVENT_DATES[event];
    const filter: RecordFilter = { outcomes, happened: { field, ...stretch } };
    return rowsMatching(table, filter, context, rows).length;
  };
  const { changes, changedRows } = outcomeChanges(table, rows, stretch);
  const counts = Object.fromEntries(
    SINCE_EVENTS.map((event) => [event, countOf(event)]),
  ) as ChangesSince["counts"];
  const ranges = SINCE_EVENTS.map((event) => {
    const { date, outcomes } = EVENT_DATES[event];
    const matching = outcomes.length === 0 ? rows : rowsMatching(table, { outcomes }, context, rows);
    const isIn = (row: number) => isWithin(table.dates[date].at[row] as number, stretch);
    return [event, rangeOfCount(table, matching, { dateOf: () => date, isCounted: isIn }, stretch)];
  });
  const isChanged = (row: number) => changedRows.has(row);
  const ofChanged = { dateOf: proofReader(table, stretch.after), isCounted: isChanged };
  return {
    counts,
    changes,
    changed: changedRows.size,
    ranges: { ...Object.fromEntries(ranges), changed: rangeOfCount(table, rows, ofChanged, stretch) },
  };
}

function isWithin(at: number, { after, upTo }: Stretch): boolean {
  return at > after && at <= upTo;
}

type CountedRows = {
  /** The date that decides whether a row counts. */
  dateOf: (row: number) => DateField | undefined;
  isCounted: (row: number) => boolean;
};

/** What a count of rows may be, as far as their dates are only known between two imports; null where it is exact. */
function rangeOfCount(
  table: RecordTable,
  rows: Rows,
  { dateOf, isCounted }: CountedRows,
  { after, upTo }: Stretch,
): PossibleCount | null {
  let [low, high] = [0, 0];
  for (const row of rows) {
    const date = dateOf(row);
    const range = date ? rangeOfDate(table, row, date) : null;
    const isIn = isCounted(row);
    if (isIn && !(range && (range.from < after || range.to > upTo))) low += 1;
    if (isIn || (range && range.to > after && range.from < upTo)) high += 1;
  }
  return low === high ? null : { low, high };
}

/** The date that proves the outcome of each row that was created by then. */
function proofReader(table: RecordTable, createdBy: number): (row: number) => DateField | undefined {
  const { outcomes } = derivedFieldsOf(table);
  const created = table.dates.createdDate.at;
  return (row) => {
    const outcome = OUTCOMES[outcomes[row] as number];
    if (!outcome || (created[row] as number) > createdBy) return undefined;
    return PROOFS[outcome].find((field) => !Number.isNaN(table.dates[field].at[row]));
  };
}

type OutcomeChanges = { changes: OutcomeChange[]; changedRows: ReadonlySet<number> };

function outcomeChanges(table: RecordTable, rows: Rows, stretch: Stretch): OutcomeChanges {
  const { after } = stretch;
  const [now, then] = [derivedFieldsOf(table).outcomes, derivedFieldsOf(asItStood(table, after)).outcomes];
  const proofOf = proofReader(table, after);
  const found = new Map<string, OutcomeChange>();
  const changedRows = new Set<number>();
  for (const row of rows) {
    const [from, to] = [OUTCOMES[then[row] as number], OUTCOMES[now[row] as number]];
    const date = proofOf(row);
    if (!from || !to || from === to || !date) continue;
    if (!isWithin(table.dates[date].at[row] as number, stretch)) continue;
    const name = `${from} ${to} ${date}`;
    const { count } = found.get(name) ?? { count: 0 };
    found.set(name, { from, to, date, isOwn: date === PROOFS[to][0], count: count + 1 });
    changedRows.add(row);
  }
  const place = ({ from, to }: OutcomeChange) =>
    OUTCOMES.indexOf(to) * OUTCOMES.length + OUTCOMES.indexOf(from);
  const changes = [...found.values()].sort((a, b) => b.count - a.count || place(a) - place(b));
  return { changes, changedRows };
}

const PUT_AWAY = ["archivedDate"] as const;

/** Dates that prove an outcome, most reliable first. */
const PROOFS: Record<Outcome, readonly DateField[]> = {
  won: ["wonDate", ...PUT_AWAY],
  lost: ["lostDate", ...PUT_AWAY],
  declined: ["declinedDate", ...PUT_AWAY],
  skipped: ["skippedDate", ...PUT_AWAY],
  expired: ["expiredDate", ...PUT_AWAY],
  missed: ["missedDate", ...PUT_AWAY],
  "closed-unknown": PUT_AWAY,
  "open-accepted": ["acceptedDate"],
  "open-acknowledged": ["acknowledgedDate", "acceptedDate"],
  "open-new": [],
  unrecognised: PUT_AWAY,
};
