import type { DateField } from "#partner-center/fields.ts";
import {
  CLOSING_DATES,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  type Outcome,
  outcomeGroupOf,
  outcomeOf,
} from "./outcome.ts";

/** How a date of a referral lies to the instant at which it is judged; at that very instant it is past. */
export type DateState = "absent" | "past" | "later";

/** How a referral stood at an instant; the flags say whether the date was present by then. */
export type Standing = {
  outcome: Outcome;
  acknowledged: boolean;
  accepted: boolean;
  /** Its outcome has no date that proves when: it counts as having been so by then. */
  isUndated: boolean;
};

/** The dates that decide how a referral stood. */
export const STANDING_DATES = [
  "acknowledgedDate",
  "acceptedDate",
  ...CLOSING_DATES,
  "archivedDate",
] as const satisfies readonly DateField[];
export type StandingDate = (typeof STANDING_DATES)[number];

type StateOf = (field: StandingDate) => DateState;

/** Which date closed it, which outcome it had then; a date that is absent is proved by the one of putting away. */
function endOf(
  status: string | null,
  stateOf: StateOf,
  today: Outcome,
): { outcome: Outcome; state: DateState } {
  const archived = stateOf("archivedDate");
  if (!needsClosingDates(status)) {
    const field = CLOSING_DATES.find((one) => OUTCOME_OF_CLOSING_DATE[one] === today);
    const own = field ? stateOf(field) : "absent";
    return { outcome: today, state: own === "absent" ? archived : own };
  }
  const known = CLOSING_DATES.filter((field) => stateOf(field) !== "absent");
  const past = known.find((field) => stateOf(field) === "past");
  if (past !== undefined) return { outcome: OUTCOME_OF_CLOSING_DATE[past], state: "past" };
  return { outcome: today, state: known.length > 0 ? "later" : archived };
}

/** Open, by the dates that had come by then. */
function openBy(stateOf: StateOf): Outcome {
  if (stateOf("acceptedDate") === "past") return "open-accepted";
  return stateOf("acknowledgedDate") === "past" ? "open-acknowledged" : "open-new";
}

/** An open referral, which had perhaps not come as far by then. */
function openStanding(status: string | null, stateOf: StateOf, today: Outcome): [Outcome, boolean] {
  if (today === "open-new") return ["open-new", false];
  const field = today === "open-accepted" ? "acceptedDate" : "acknowledgedDate";
  const state = stateOf(field);
  if (state === "past") return [today, false];
  // An empty status is read from the dates alone; another one says what it says, since when nobody knows.
  if (state === "absent" && !needsClosingDates(status)) return [today, true];
  return [openBy(stateOf), false];
}

/**
 * How a referral stood at an instant, from its status text as sent and from how each of its dates lies to that instant:
 * what is later had not happened yet. A stage or an outcome that the status implies is placed by the next date that
 * proves it; where there is none, it counts as having happened.
 */
export function standingOf(status: string | null, stateOf: StateOf): Standing {
  const today = outcomeOf(status, (field) => stateOf(field as StandingDate) !== "absent");
  const flags = {
    acknowledged: stateOf("acknowledgedDate") === "past",
    accepted: stateOf("acceptedDate") === "past",
  };
  if (outcomeGroupOf(today) === "open") {
    const [outcome, isUndated] = openStanding(status, stateOf, today);
    return { outcome, ...flags, isUndated };
  }
  const end = endOf(status, stateOf, today);
  const outcome = end.state === "later" ? openBy(stateOf) : end.outcome;
  return { outcome, ...flags, isUndated: end.state === "absent" };
}
