import type { Outcome } from "#referrals/outcome.ts";

/** The colour of an outcome, the same in every view and selection. */
export function outcomeColour(outcome: Outcome): string {
  if (outcome.startsWith("open-")) return "var(--outcome-open)";
  if (outcome === "closed-unknown" || outcome === "unrecognised") return "var(--outcome-unknown)";
  return `var(--outcome-${outcome})`;
}
