import type { Outcome } from "#referrals/outcome.ts";

/** The colour of an outcome, the same everywhere. */
export function outcomeColour(outcome: Outcome): string {
  if (outcome === "open-accepted") return "var(--outcome-open)";
  if (outcome === "open-acknowledged") return "color-mix(in oklab, var(--panel) 35%, var(--outcome-open))";
  if (outcome === "open-new") return "color-mix(in oklab, var(--panel) 60%, var(--outcome-open))";
  if (outcome === "closed-unknown" || outcome === "unrecognised") return "var(--outcome-unknown)";
  return `var(--outcome-${outcome})`;
}
