import type { Format } from "./format.ts";

/**
 * Partner Center, Referrals > Analyze > Leads > Download data.
 * https://learn.microsoft.com/partner-center/referral-analytics-data-definition
 */
export const LEADS_INSIGHTS_FORMAT: Format = {
  id: "leads-insights",
  columns: [
    { name: "Referral ID", field: "id" },
    {
      name: "Creation Date",
      aliases: ["Referral Creation Date", "Lead Creation Date", "LeadCreationDateTime"],
      field: "createdDate",
    },
    { name: "Updated Date", aliases: ["Last Updated Date"], field: "updatedDate" },
    { name: "PartnerID", aliases: ["Partner ID", "MPN ID"], field: "partnerId" },
    { name: "Customer Country", aliases: ["Customer Country/Region", "Country"], field: "customerMarket" },
    { name: "Customer City", field: "customerCity" },
    { name: "Customer Name", field: "customerName" },
    { name: "Lead Type", field: "leadType" },
    { name: "Lead Source", field: "leadSource" },
    { name: "Call to action", field: "callToAction" },
    { name: "Referral program", field: "referralProgram" },
    { name: "Business profile ID", field: null },
    { name: "Offer ID", field: null },
    { name: "Offer name", field: "solutions" },
    { name: "Lead currency", field: "currency" },
    { name: "Lead value", field: "dealValue" },
    { name: "Lead value (USD)", field: "dealValueUsd" },
    { name: "Status", aliases: ["Lead Status"], field: "status" },
    { name: "Status Reason", field: "statusReason" },
  ],
  rules: ["end-date-from-update"],
  isReferrals: true,
  dateOrder: "month-first",
  least: 4,
};
