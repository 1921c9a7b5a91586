import type { DateField } from "#partner-center/fields.ts";
import type { Random } from "./random.ts";

/** An event: instant (ms UTC), the status from then on, and the date it sets. */
export type Step = { at: number; status: string; field: DateField };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Rules until late 2018: missed after 72 hours unanswered, expired 7 days after interest without acceptance. */
export function historyByOldRules(created: number, factor: number, random: Random): Step[] {
  const start = step(created, random.chance(0.95) ? "New" : "Received", "createdDate");
  if (random.chance(0.13)) return [start, step(created + 72 * HOUR, "Missed", "missedDate")];
  const looked = created + Math.min(random.around(9, 0.9), 71) * HOUR;
  if (random.chance(0.08)) return [start, step(looked, "Skipped", "skippedDate")];
  const acknowledged = step(looked, random.chance(0.9) ? "Evaluating" : "Acknowledged", "acknowledgedDate");
  const decided = looked + Math.min(random.around(30, 0.8), 167) * HOUR;
  if (random.chance(0.78 * factor)) {
    return [start, acknowledged, ...accepted(decided, "Negotiating", factor, random)];
  }
  if (random.chance(0.4)) return [start, acknowledged, step(looked + 7 * DAY, "Expired", "expiredDate")];
  return [start, acknowledged, step(decided, "Declined", "declinedDate")];
}

/** Rules since 2019: accepted or declined at once, expired after 14 days. */
export function historyByNewRules(created: number, factor: number, random: Random): Step[] {
  const start = step(created, random.chance(0.95) ? "New" : "Pending", "createdDate");
  const decided = created + Math.min(random.around(40, 1), 13 * 24) * HOUR;
  if (!random.chance(0.61 * factor)) {
    if (random.chance(0.5)) return [start, step(decided, "Declined", "declinedDate")];
    return [start, step(created + 14 * DAY, "Expired", "expiredDate")];
  }
  const status = random.chance(0.9) ? "Active" : "Accepted";
  const rest = accepted(decided, status, factor, random);
  if (!random.chance(0.3)) return [start, ...rest];
  const looked = created + (decided - created) * random.unit();
  return [start, step(looked, "Acknowledged", "acknowledgedDate"), ...rest];
}

function accepted(at: number, status: string, factor: number, random: Random): Step[] {
  const start = step(at, status, "acceptedDate");
  const ended = at + random.around(38, 0.7) * DAY;
  if (random.chance(0.5 * factor)) return [start, step(ended, "Won", "wonDate")];
  // Three in ten lost referrals are closed months late, in clean-ups.
  const forgotten = at + 120 * DAY + 2 * (ended - at);
  return [start, step(random.chance(0.7) ? ended : forgotten, "Lost", "lostDate")];
}

/** Archives a finished referral; a few are closed instead. */
export function archived(steps: readonly Step[], random: Random): Step[] {
  const last = steps.at(-1);
  const finished = last && !["createdDate", "acknowledgedDate", "acceptedDate"].includes(last.field);
  if (!finished || !random.chance(0.12)) return [...steps];
  const at = last.at + random.around(60, 0.5) * DAY;
  return [...steps, step(at, random.chance(0.95) ? "Archived" : "Closed", "archivedDate")];
}

function step(at: number, status: string, field: DateField): Step {
  // Whole seconds, like Partner Center.
  return { at: Math.round(at / 1000) * 1000, status, field };
}
