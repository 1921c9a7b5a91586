import { FIELDS } from "#partner-center/fields.ts";
import type { Format } from "./format.ts";

/** The sixteen fields of Partner Center's referrals analytics, which this dashboard exports, too. */
export const ENDPOINT_FORMAT: Format = {
  id: "endpoint",
  columns: FIELDS.map((field) => ({ name: field, field })),
  rules: [],
  isReferrals: true,
  // The endpoint sends ISO dates; others come from a program in between, with unknown order.
  dateOrder: null,
  least: 1,
};

/** Known but unused. */
const UNUSED =
  `organizationName eTag favorite campaignId quality isSpam dealSensitivity createdVia lastModifiedVia tags target
customerProfile.isMatchingComplete customerProfile.address.addressLine1 customerProfile.address.addressLine2
customerProfile.address.state customerProfile.address.postalCode customerProfile.address.region customerProfile.team
customerProfile.ids consent.consentToToShareInfoWithOthers consent.consentToContact details.notes
details.customerRequestedContact details.customerAction details.incentiveLevel details.requirements.industries
details.requirements.products details.requirements.services details.requirements.offers details.requirements.salesPlays
details.requirements.additionalRequirements.iot details.requirements.additionalRequirements.attributes inviteContext.notes
inviteContext.invitedMpnId inviteContext.invitedBy.organizationName links.relatedReferrals.uri links.relatedReferrals.method
links.self.uri links.self.method trackingInfo.microsoftMsxId registrations @odata.etag`.split(/\s+/);

/**
 * A saved page of the Referrals API, nested names joined by dots (`customerProfile.address.country`).
 * https://learn.microsoft.com/partner-center/developer/referral-resources
 */
export const REFERRALS_API_FORMAT: Format = {
  id: "referrals-api",
  columns: [
    { name: "id", field: "id" },
    { name: "engagementId", field: "engagementId" },
    { name: "name", field: "dealName" },
    { name: "organizationId", field: "organizationId" },
    { name: "externalReferenceId", field: "crmId" },
    { name: "createdDateTime", field: "createdDate" },
    { name: "updatedDateTime", field: "updatedDate" },
    { name: "expirationDateTime", field: "deadlineDate" },
    { name: "acceptedDateTime", field: "acceptedDate" },
    { name: "closedDateTime", field: "closedDate" },
    { name: "status", field: "mainStatus" },
    { name: "substatus", field: "status" },
    { name: "statusReason", field: "statusReason" },
    { name: "qualification", field: "qualification" },
    { name: "type", field: "referralType" },
    { name: "direction", field: "rawDirection" },
    { name: "referralSource", field: "leadSource" },
    { name: "callToAction", field: "callToAction" },
    { name: "referralProgram", field: "referralProgram" },
    { name: "salesStage", field: "salesStage" },
    { name: "mpnId", field: "partnerId" },
    { name: "registrationStatus", field: "registrationStatus" },
    { name: "customerProfile.name", field: "customerName" },
    { name: "customerProfile.size", field: "customerOrgSize" },
    { name: "customerProfile.address.country", field: "customerMarket" },
    { name: "customerProfile.address.city", field: "customerCity" },
    { name: "details.dealValue", field: "dealValue" },
    { name: "details.currency", field: "currency" },
    { name: "details.closingDateTime", field: "expectedCloseDate" },
    { name: "details.requirements.solutions", field: "solutions" },
    { name: "inviteContext.invitedBy.organizationId", field: "invitedBy" },
    { name: "consent.consentToShareReferralWithMicrosoftSellers", field: "shared" },
    { name: "inviteContext.assistanceRequestCode", field: "helpRequested" },
    { name: "team", field: null },
    ...UNUSED.map((name) => ({ name, field: null })),
  ],
  rules: [
    "status-from-main",
    "status-new",
    "end-date-from-closing",
    "no-response-when-outgoing",
    "ties",
    "entities",
  ],
  isReferrals: true,
  dateOrder: null,
  least: 6,
};
