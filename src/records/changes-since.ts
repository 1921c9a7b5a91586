import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { asItStood } from "./as-it-stood.ts";
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

/** Events in a range of time, the most frequent changes first. */
export type ChangesSince = {
  counts: Readonly<Record<SinceEvent, number>>;
  changes: readonly OutcomeChange[];
  /** Referrals whose outcome has changed. */
  changed: number;
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
  const changes = outcomeChanges(table, rows, stretch);
  return {
    counts: Object.fromEntries(
      SINCE_EVENTS.map((event) => [event, countOf(event)]),
    ) as ChangesSince["counts"],
    changes,
    changed: changes.reduce((sum, { count }) => sum + count, 0),
  };
}

function outcomeChanges(table: RecordTable, rows: Rows, { after, upTo }: Stretch): OutcomeChange[] {
  const [now, then] = [derivedFieldsOf(table).outcomes, derivedFieldsOf(asItStood(table, after)).outcomes];
  const found = new Map<string, OutcomeChange>();
  for (const row of rows) {
    const [from, to] = [OUTCOMES[then[row] as number], OUTCOMES[now[row] as number]];
    if (!from || !to || from === to || (table.dates.createdDate.at[row] as number) > after) continue;
    const date = PROOFS[to].find((field) => !Number.isNaN(table.dates[field].at[row]));
    const at = date ? (table.dates[date].at[row] as number) : Number.NaN;
    if (!date || !(at > after && at <= upTo)) continue;
    const name = `${from} ${to} ${date}`;
    const { count } = found.get(name) ?? { count: 0 };
    found.set(name, { from, to, date, isOwn: date === PROOFS[to][0], count: count + 1 });
  }
  const place = ({ from, to }: OutcomeChange) =>
    OUTCOMES.indexOf(to) * OUTCOMES.length + OUTCOMES.indexOf(from);
  return [...found.values()].sort((a, b) => b.count - a.count || place(a) - place(b));
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
