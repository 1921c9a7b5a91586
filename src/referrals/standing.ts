import type { DateField } from "#partner-center/fields.ts";
import {
  CLOSING_DATES,
  needsClosingDates,
  OUTCOME_OF_CLOSING_DATE,
  type Outcome,
  outcomeGroupOf,
  outcomeOf,
} from "./outcome.ts";

/** A date relative to the instant being judged; equal counts as past. */
export type DateState = "absent" | "past" | "later";

/** A referral at an instant; the flags say whether the date was present by then. */
export type Standing = {
  outcome: Outcome;
  acknowledged: boolean;
  accepted: boolean;
  /** The outcome if undated changes came after the instant; equal to `outcome` where a date proves it. */
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

/** The outcome that closed it and the state of its date; the archived date replaces an absent one. */
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

/** The open outcome by the dates up to the instant. */
function openBy(stateOf: StateOf): Outcome {
  if (stateOf("acceptedDate") === "past") return "open-accepted";
  return stateOf("acknowledgedDate") === "past" ? "open-acknowledged" : "open-new";
}

/** Whether a still open referral had reached its current stage; `absent` where no date tells. */
function openState(stateOf: StateOf, today: Outcome): DateState {
  if (today === "open-new") return "past";
  const accepted = stateOf("acceptedDate");
  const own = today === "open-accepted" ? accepted : stateOf("acknowledgedDate");
  return own === "absent" ? accepted : own;
}

/**
 * A referral at an instant, from its status as sent and the states of its dates: later dates had not happened yet. A
 * stage or outcome implied by the status is dated by the next date that proves it; without one it counts as having
 * happened.
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
