import type { Format } from "./format.ts";

/**
 * Partner Center, Co-sell opportunities > Download > Azure IP co-sell deal registration.
 * https://learn.microsoft.com/partner-center/referrals/bulk-operations-deal-registrations
 */
export const REGISTRATIONS_FORMAT: Format = {
  id: "registrations",
  columns: [
    { name: "Referral ID", field: "id" },
    { name: "Registration Date", field: "registeredDate" },
    { name: "Registration Type", field: null },
    { name: "Registration Status", field: "registrationStatus" },
    { name: "Registration Status Reason", field: "registrationReason" },
    { name: "Is Marketplace Transacted", field: null },
    { name: "Marketplace Transaction Date", field: "marketplaceTransactionDate" },
    { name: "Is Deployed on Azure", field: null },
    { name: "Contract Value", field: "contractValue" },
    { name: "Contract Currency", field: "contractCurrency" },
    { name: "Contract Term", field: "contractTerm" },
    { name: "Contract Sign Date", field: "contractSignDate" },
    { name: "Contract Start Date", field: "contractStartDate" },
    { name: "Contract End Date", field: "contractEndDate" },
    { name: "Solution Value", field: "registeredValue" },
    { name: "Solution Currency", field: "registeredCurrency" },
    { name: "Primary Deployment On", field: null },
    { name: "Pricing Model", field: null },
    { name: "Review Pending Date", field: "reviewPendingDate" },
    { name: "Action Required Date", field: null },
    { name: "Passed Date", field: "reviewPassedDate" },
    { name: "Failed Date", field: "reviewFailedDate" },
    { name: "Approved Date", field: "approvedDate" },
    { name: "Errors", field: null },
  ],
  rules: [],
  isReferrals: false,
  dateOrder: "month-first",
  least: 4,
};
