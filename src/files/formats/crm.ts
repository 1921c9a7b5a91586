import type { Format } from "./format.ts";

/**
 * CRM exports: HubSpot deals, Salesforce opportunities, Dynamics 365 opportunities and Pipedrive deals, by their
 * default column names.
 */
export const CRM_FORMAT: Format = {
  id: "crm",
  columns: [
    {
      name: "Record ID",
      aliases: [
        "Deal ID",
        "Opportunity ID",
        "Opportunity",
        "(Do Not Modify) Opportunity",
        "Deal - ID",
        "ID",
        "Opportunity Number",
      ],
      field: "id",
    },
    {
      name: "Create Date",
      aliases: [
        "Created Date",
        "Created On",
        "Created Time",
        "Deal created",
        "Deal - Deal created",
        "Creation Date",
        "Created At",
      ],
      field: "createdDate",
    },
    { name: "Status", aliases: ["Deal - Status", "Deal Status", "Opportunity Status"], field: "status" },
    {
      name: "Deal Stage",
      aliases: ["Stage", "Stage Name", "Deal - Stage", "Opportunity Stage", "Pipeline Phase"],
      field: "mainStatus",
    },
    {
      name: "Country/Region",
      aliases: [
        "Country",
        "Billing Country",
        "Billing Country/Region",
        "Account Country",
        "Customer Country",
        "Address 1: Country/Region",
        "Organization - Country",
        "Organization - Country of Address",
        "Associated Company Country/Region",
      ],
      field: "customerMarket",
    },
    {
      name: "Account Name",
      aliases: [
        "Account",
        "Associated Company",
        "Company Name",
        "Company",
        "Customer",
        "Customer Name",
        "Potential Customer",
        "Organization",
        "Deal - Organization",
      ],
      field: "customerName",
    },
    {
      name: "Close Date",
      aliases: ["Closed Date", "Actual Close Date", "Deal - Deal closed on", "Closed At"],
      field: "closedDate",
    },
    { name: "Won time", aliases: ["Deal - Won time", "Won Date", "Won On"], field: "wonDate" },
    { name: "Lost time", aliases: ["Deal - Lost time", "Lost Date", "Lost On"], field: "lostDate" },
    {
      name: "Last Modified Date",
      aliases: [
        "Modified On",
        "(Do Not Modify) Modified On",
        "Update time",
        "Deal - Update time",
        "Last Activity Date",
      ],
      field: "updatedDate",
    },
    {
      name: "Expected Close Date",
      aliases: ["Est. Close Date", "Estimated Close Date", "Deal - Expected close date"],
      field: "expectedCloseDate",
    },
    { name: "Deal Name", aliases: ["Opportunity Name", "Topic", "Deal - Title", "Title"], field: "dealName" },
    {
      name: "Amount",
      aliases: ["Est. Revenue", "Estimated Revenue", "Deal - Value", "Deal Value", "Value", "Actual Revenue"],
      field: "dealValue",
    },
    {
      name: "Currency",
      aliases: ["Opportunity Currency", "Amount Currency", "Deal - Currency of Value", "Currency of Value"],
      field: "currency",
    },
    {
      name: "Status Reason",
      aliases: ["Lost Reason", "Closed Lost Reason", "Loss Reason", "Deal - Lost reason"],
      field: "statusReason",
    },
    { name: "Lead Source", aliases: ["Original Source", "Deal - Source channel"], field: "leadSource" },
    { name: "Owner", aliases: ["Deal owner", "Opportunity Owner", "Deal - Owner"], field: null },
    { name: "Company size", aliases: ["Number of Employees", "Employees"], field: "customerOrgSize" },
  ],
  rules: ["crm-status", "status-from-main", "end-date-from-closing"],
  isReferrals: true,
  dateOrder: null,
  least: 3,
};
