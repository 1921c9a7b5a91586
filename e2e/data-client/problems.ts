import { isDeepStrictEqual } from "node:util";
import type { ProblemKind } from "#partner-center/errors.ts";
import type { Outcome, OverviewState } from "./overview.ts";

/** What the faults of the service can come to; any other failure is our own. */
const POSSIBLE: readonly ProblemKind[] = [
  "network",
  "throttled",
  "unavailable",
  "token-expired",
  "wrong-audience",
  "mfa-required",
  "forbidden",
  "not-offered",
  "html",
  "not-json",
];

/** What is wrong with answers under faults: other rows than without faults, and no mark that says so. */
export function problemsOf(asked: OverviewState, right: OverviewState): string[] {
  const isSaid = Object.values(asked).some((outcome) => !isCertain(outcome));
  return Object.entries(asked).flatMap(([query, outcome]) => {
    const expected = right[query];
    // A cut answer that says so may lead to another query than a whole one.
    const isFine = expected ? isRightOrSaid(outcome, expected) : isSaid;
    return isFine ? [] : [`${query}: ${JSON.stringify(outcome)}`];
  });
}

function isCertain(outcome: Outcome): boolean {
  return "rows" in outcome && outcome.completeness === "complete";
}

function isRightOrSaid(outcome: Outcome, expected: Outcome): boolean {
  if ("failure" in outcome) return POSSIBLE.some((kind) => kind === outcome.failure);
  return !isCertain(outcome) || isDeepStrictEqual(outcome, expected);
}
