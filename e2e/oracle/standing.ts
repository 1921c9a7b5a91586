import type { Referral } from "./csv.ts";
import { has, outcomeOf } from "./outcome.ts";

const STEPS = "acknowledged accepted won lost declined expired missed skipped archived".split(" ");
const OWN_DATE: Readonly<Record<string, string>> = {
  Won: "won",
  Lost: "lost",
  Declined: "declined",
  Expired: "expired",
  Missed: "missed",
  Skipped: "skipped",
};

const atOf = (referral: Referral, step: string) =>
  Date.parse(`${(referral[`${step}Date`] ?? "").slice(0, 23)}Z`);

/** A status that says no more than the dates do. */
const undecided = ({ status }: Referral) =>
  ["archived", "closed", ""].includes((status ?? "").toLowerCase().replace(/[\s_-]/g, ""));

/**
 * A referral as it stood at an instant (ms UTC): what is later is taken out of it, and a status that only came with a
 * later date gives way to what the earlier dates say. What no date proves had come by then, or `late` only afterwards.
 */
export function asItStood(referral: Referral, at: number, late = false): Referral {
  const later = STEPS.filter((step) => has(referral, step) && atOf(referral, step) > at);
  const left: Record<string, string | null> = { ...referral };
  for (const step of later) left[`${step}Date`] = null;
  const status = late && isUndated(referral) ? openThen(left) : statusThen(referral, left, later);
  return { ...left, status };
}

/** Whether nothing but its status tells when a referral came to stand as it does. */
export function isUndated(referral: Referral): boolean {
  const outcome = outcomeOf(referral);
  const lacks = (...steps: string[]) => !steps.some((step) => has(referral, step));
  if (undecided(referral)) return !outcome.startsWith("Open") && lacks(...CLOSING, "archived");
  if (outcome === "Open, new") return false;
  if (outcome === "Open, accepted") return lacks("accepted");
  if (outcome === "Open, acknowledged") return lacks("acknowledged", "accepted");
  return lacks(OWN_DATE[outcome] ?? "archived", "archived");
}

const openThen = (left: Referral) =>
  has(left, "accepted") ? "Accepted" : has(left, "acknowledged") ? "Acknowledged" : "New";

const CLOSING = ["won", "lost", "declined", "expired", "missed", "skipped"];

function statusThen(referral: Referral, left: Referral, later: readonly string[]): string | null {
  const status = referral.status ?? null;
  const cameLater = undecided(referral) ? cameByDates(referral, left, later) : cameByStatus(referral, later);
  return cameLater ? openThen(left) : status;
}

/** Whether a status that says what became of a referral came later: with its own date, or by the time of putting away. */
function cameByStatus(referral: Referral, later: readonly string[]): boolean {
  const outcome = outcomeOf(referral);
  if (outcome === "Open, new") return false;
  if (outcome === "Open, accepted") return later.includes("accepted");
  if (outcome === "Open, acknowledged")
    return later.includes(has(referral, "acknowledged") ? "acknowledged" : "accepted");
  const own = OWN_DATE[outcome] ?? "archived";
  return later.includes(has(referral, own) ? own : "archived");
}

/** Whether a referral that only its dates tell about was still open: an empty status without an end says so itself. */
function cameByDates(referral: Referral, left: Referral, later: readonly string[]): boolean {
  if (outcomeOf(referral).startsWith("Open") || CLOSING.some((step) => has(left, step))) return false;
  return CLOSING.some((step) => later.includes(step)) || later.includes("archived");
}
