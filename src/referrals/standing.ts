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
  /** Its outcome if what no date proves came only after that instant; the same where a date proves it. */
  late: Outcome;
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

/** Whether a referral that is still open had come as far by then; `absent` where no date tells. */
function openState(stateOf: StateOf, today: Outcome): DateState {
  if (today === "open-new") return "past";
  const accepted = stateOf("acceptedDate");
  const own = today === "open-accepted" ? accepted : stateOf("acknowledgedDate");
  return own === "absent" ? accepted : own;
}

/**
 * How a referral stood at an instant, from its status text as sent and from how each of its dates lies to that instant:
 * what is later had not happened yet. A stage or an outcome that the status implies is placed by the next date that
 * proves it; where there is none, it counts as having happened.
 */
export function standingOf(status: string | null, stateOf: StateOf): Standing {
  const today = outcomeOf(status, (field) => stateOf(field as StandingDate) !== "absent");
  const end =
    outcomeGroupOf(today) === "open"
      ? { outcome: today, state: openState(stateOf, today) }
      : endOf(status, stateOf, today);
  return {
    outcome: end.state === "later" ? openBy(stateOf) : end.outcome,
    acknowledged: stateOf("acknowledgedDate") === "past",
    accepted: stateOf("acceptedDate") === "past",
    late: end.state === "past" ? end.outcome : openBy(stateOf),
  };
}
