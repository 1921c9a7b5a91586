/** The measure for amounts in USD as given by the source; other measures are currency codes. */
export const GIVEN_USD = "usd-given";
export const ANY_MEASURE = "any";
/** Days without an update after which an open deal is at risk. */
export const SILENT_DAYS = 30;

/**
 * Why an open deal is at risk; the first that applies: past its expected close, unanswered past expiry, or not updated
 * for `SILENT_DAYS`.
 */
export const RISKS = ["past-close", "unanswered", "silent"] as const;
export type Risk = (typeof RISKS)[number];

/** Registration steps of a won deal. https://learn.microsoft.com/partner-center/referrals/register-deals */
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

/** Who has to act next. */
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

export type RegistrationDates = Readonly<
  Record<"registered" | "reviewPending" | "reviewPassed" | "reviewFailed" | "approved", boolean>
>;

/** The registration step: by status, else by the latest date. */
export function registrationOf(status: string, dates: RegistrationDates): Registration {
  const known = BY_STATUS[status.toLowerCase().replaceAll(/[^a-z]/g, "")];
  if (known !== undefined && known !== "unregistered") return known;
  if (dates.approved) return "approved";
  if (dates.reviewFailed) return "failed";
  if (dates.reviewPassed) return "passed";
  return dates.reviewPending || dates.registered || (status !== "" && known === undefined)
    ? "review-pending"
    : "unregistered";
}
