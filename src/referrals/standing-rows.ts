import { OUTCOMES, outcomeOf } from "./outcome.ts";
import { type DateState, STANDING_DATES, type StandingDate, standingOf } from "./standing.ts";

/** The outcome of a referral and whether two of its dates are present, encoded as one number. */
type OutcomeState = { outcome: (typeof OUTCOMES)[number]; acknowledged: boolean; accepted: boolean };

/** Number of distinct codes. */
export const OUTCOME_STATES = OUTCOMES.length * 4;

export function encodeOutcomeState({ outcome, acknowledged, accepted }: OutcomeState): number {
  return OUTCOMES.indexOf(outcome) * 4 + (acknowledged ? 2 : 0) + (accepted ? 1 : 0);
}

export function decodeOutcomeState(code: number): OutcomeState {
  const outcome = OUTCOMES[code >> 2] ?? "unrecognised";
  return { outcome, acknowledged: (code & 2) !== 0, accepted: (code & 1) !== 0 };
}

/** A row's date states are packed into one number, with a digit of this base per date. */
const STATES: readonly DateState[] = ["absent", "past", "later"];

/** Index in STATES of a date (ms UTC, NaN when absent) at an instant. */
export function dateState(at: number, asOf: number): 0 | 1 | 2 {
  if (Number.isNaN(at)) return 0;
  return at > asOf ? 2 : 1;
}

/** Statuses of rows, and the state of each date: an index in STATES. */
export type JudgedRows = {
  size: number;
  statuses: { codes: ArrayLike<number>; values: readonly (string | null)[] };
  stateAt: (field: StandingDate) => (row: number) => 0 | 1 | 2;
};

/** Codes per row: today; at the instant; and at the instant if undated outcomes came later. */
export type OutcomeStateColumns = Record<"today" | "before" | "late", Uint8Array>;

function waysOf({ size, stateAt }: JudgedRows): Uint32Array {
  const ways = new Uint32Array(size);
  for (const field of STANDING_DATES) {
    const stateOf = stateAt(field);
    for (let row = 0; row < size; row++) ways[row] = (ways[row] as number) * STATES.length + stateOf(row);
  }
  return ways;
}

function stateIn(way: number, field: StandingDate): DateState {
  const place = STANDING_DATES.length - 1 - STANDING_DATES.indexOf(field);
  return STATES[Math.floor(way / STATES.length ** place) % STATES.length] ?? "absent";
}

function outcomeStatesOf(status: string | null, way: number): Record<keyof OutcomeStateColumns, number> {
  const stateOf = (field: StandingDate) => stateIn(way, field);
  const has = (field: string) => stateOf(field as StandingDate) !== "absent";
  const standing = standingOf(status, stateOf);
  const today = {
    outcome: outcomeOf(status, has),
    acknowledged: has("acknowledgedDate"),
    accepted: has("acceptedDate"),
  };
  return {
    today: encodeOutcomeState(today),
    before: encodeOutcomeState(standing),
    late: encodeOutcomeState({ ...standing, outcome: standing.late }),
  };
}

/** Computes the rule once per distinct combination of status and date states. */
export function judgeRows(rows: JudgedRows): OutcomeStateColumns {
  const { size, statuses } = rows;
  const ways = waysOf(rows);
  const known = new Map<number, ReturnType<typeof outcomeStatesOf>>();
  const [today, before, late] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
  for (let row = 0; row < size; row++) {
    const [code, way] = [statuses.codes[row] as number, ways[row] as number];
    const kind = code * STATES.length ** STANDING_DATES.length + way;
    const outcomeStates = known.get(kind) ?? outcomeStatesOf(statuses.values[code] ?? null, way);
    known.set(kind, outcomeStates);
    today[row] = outcomeStates.today;
    before[row] = outcomeStates.before;
    late[row] = outcomeStates.late;
  }
  return { today, before, late };
}
