/** Stands for amounts in USD as the source gives them, where a code of a currency stands for those in that currency. */
export const GIVEN_USD = "usd-given";
/** Stands for amounts in whatever currency. */
export const ANY_MEASURE = "any";
/** Days without any update after which an open deal is called silent. */
export const SILENT_DAYS = 30;

/**
 * Why the value of an open deal is at risk, the first that fits: its expected close has passed, it waits for an answer
 * past the day on which Partner Center lets it expire, nothing was changed for `SILENT_DAYS`.
 */
export const RISKS = ["past-close", "unanswered", "silent"] as const;
export type Risk = (typeof RISKS)[number];

/** How far the registration of a won deal is. https://learn.microsoft.com/partner-center/referrals/register-deals */
export const REGISTRATIONS = [
  "unregistered",
  "action-required",
  "review-pending",
  "passed",
  "approved",
  "failed",
  "closed",
] as const;
export type Registration = (typeof REGISTRATIONS)[number];

/** Who has to do something next. */
export const WAITS_FOR: Readonly<Record<Registration, "partner" | "microsoft" | "nobody">> = {
  unregistered: "partner",
  "action-required": "partner",
  "review-pending": "microsoft",
  passed: "microsoft",
  approved: "nobody",
  failed: "nobody",
  closed: "nobody",
};

const BY_STATUS: Readonly<Record<string, Registration>> = {
  none: "unregistered",
  reviewpending: "review-pending",
  actionrequired: "action-required",
  approved: "approved",
  passed: "passed",
  reviewpassed: "passed",
  failed: "failed",
  reviewfailed: "failed",
  closed: "closed",
};

/** Which dates of a registration are there. */
export type RegistrationDates = Readonly<
  Record<"registered" | "reviewPending" | "reviewPassed" | "reviewFailed" | "approved", boolean>
>;

/** How far a registration is: what its status says, else its latest step that has a date. */
export function registrationOf(status: string, dates: RegistrationDates): Registration {
  const told = BY_STATUS[status.toLowerCase().replaceAll(/[^a-z]/g, "")];
  if (told !== undefined && told !== "unregistered") return told;
  if (dates.approved) return "approved";
  if (dates.reviewFailed) return "failed";
  if (dates.reviewPassed) return "passed";
  return dates.reviewPending || dates.registered || (status !== "" && told === undefined)
    ? "review-pending"
    : "unregistered";
}
