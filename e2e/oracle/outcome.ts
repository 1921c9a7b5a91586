import type { Referral } from "./csv.ts";

const BY_STATUS: Readonly<Record<string, string>> = {
  won: "Won",
  lost: "Lost",
  declined: "Declined",
  skipped: "Skipped",
  expired: "Expired",
  missed: "Missed",
  accepted: "Open, accepted",
  active: "Open, accepted",
  negotiating: "Open, accepted",
  acknowledged: "Open, acknowledged",
  evaluating: "Open, acknowledged",
  new: "Open, new",
  pending: "Open, new",
  received: "Open, new",
};

const CLOSING = ["won", "lost", "declined", "expired", "missed", "skipped"];

/** Whether a referral has a date that can be read: 30 February cannot, and the year 1 stands for never. */
export function has(referral: Referral, step: string): boolean {
  const date = (referral[`${step}Date`] ?? "").slice(0, 19);
  const instant = Date.parse(`${date}Z`);
  if (Number.isNaN(instant) || date.startsWith("0001-01-01")) return false;
  return new Date(instant).toISOString().startsWith(date);
}

/** What became of a referral, by name. */
export function outcomeOf(referral: Referral): string {
  const status = (referral.status ?? "").toLowerCase().replace(/[\s_-]/g, "");
  const decided = BY_STATUS[status];
  if (decided) return decided;
  if (!["archived", "closed", ""].includes(status)) return "Unrecognised status";
  const closing = CLOSING.find((step) => has(referral, step));
  if (closing) return BY_STATUS[closing] ?? "";
  if (status !== "") return "Closed, reason unknown";
  if (has(referral, "accepted")) return "Open, accepted";
  return has(referral, "acknowledged") ? "Open, acknowledged" : "Open, new";
}
