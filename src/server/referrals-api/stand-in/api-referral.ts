import { DATE_FIELDS, type DateField, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** A referral as the Referrals API sends it; the typed properties are those it filters and sorts by. */
export type ApiReferral = { readonly [name: string]: Json } & {
  readonly id: string;
  readonly createdDateTime: string;
  readonly updatedDateTime: string;
};

/** The partner's own organisation in the sample. */
const OWN = "00c0ffee-0000-4000-8000-00000000aaaa";
const DAY_MS = 86_400_000;

/** Kinds of referrals in rotation: type, qualification, who invited, Microsoft's involvement. */
const ORIGINS = [
  { type: "Independent", qualification: "Direct", by: "msft", help: "Unknown", seen: false },
  { type: "Independent", qualification: "SalesQualified", by: "msft", help: "Unknown", seen: false },
  { type: "Shared", qualification: "SalesQualified", by: "msft", help: "QuotesOrLicensing", seen: true },
  { type: "Independent", qualification: "Direct", by: "msft", help: "Unknown", seen: false },
  { type: "Shared", qualification: "SalesQualified", by: OWN, help: "ProofOfConceptOrDemo", seen: true },
  { type: "Independent", qualification: "SalesQualified", by: OWN, help: "Unknown", seen: true },
  { type: "Independent", qualification: "None", by: OWN, help: "Unknown", seen: false },
] as const;
const CURRENCIES = ["USD", "EUR", "GBP", "JPY"] as const;
const STAGES = ["10", "20", "40", "60", "80"] as const;
const REASONS = ["Budget", "No answer from the customer", "Chose another vendor", "Time line too short"];

type Dates = Partial<Record<DateField, number>>;

/**
 * A sample referral in the format of the Referrals API; properties beyond the sixteen fields are made up from its
 * index. Null without a readable created date, which the API always has.
 * https://learn.microsoft.com/partner-center/developer/referral-resources
 */
export function apiReferral(referral: Referral, place: number): ApiReferral | null {
  const dates = datesOf(referral);
  const created = dates.createdDate;
  if (created === undefined) return null;
  const origin = ORIGINS[place % ORIGINS.length] ?? ORIGINS[0];
  const isOutgoing = origin.by === OWN;
  const state = stateOf(referral, dates, isOutgoing);
  return {
    ...termsOf(place),
    ...datesPart(created, isOutgoing ? created : dates.acceptedDate, state, place),
    status: state.status,
    substatus: state.substatus,
    statusReason: ["Declined", "Lost"].includes(state.substatus) ? reasonAt(place) : null,
    salesStage: state.substatus === "Won" ? "100" : (STAGES[place % STAGES.length] ?? null),
    ...originPart(origin, isOutgoing),
    customerProfile: {
      name: referral.customerName?.replaceAll("&", "&amp;") ?? null,
      size: referral.customerOrgSize,
      address: { city: null, state: null, country: referral.customerMarket, region: null },
      team: [],
      ids: [],
    },
    details: detailsAt(created, place),
    team: [{ firstName: "Referrals", lastName: "Desk", phoneNumber: null, email: "desk@contoso.example" }],
    target: [],
  };
}

function termsOf(place: number) {
  const number = String(place).padStart(12, "0");
  return {
    id: `00c0ffee-0000-4000-9000-${number}`,
    engagementId: `00c0ffee-0000-4000-a000-${number}`,
    name: `Deal ${place}`,
    organizationId: OWN,
    organizationName: "Contoso",
    externalReferenceId: place % 3 === 0 ? `CRM-${place}` : "",
    eTag: `"${place}"`,
  };
}

function datesPart(created: number, accepted: number | undefined, { status, closed }: State, place: number) {
  return {
    createdDateTime: instantText(created, place),
    updatedDateTime: instantText(Math.max(created, accepted ?? 0, closed ?? 0) + 23_000, place),
    expirationDateTime: status === "New" ? instantText(created + 14 * DAY_MS, 0) : null,
    acceptedDateTime: accepted === undefined ? null : instantText(accepted, place),
    closedDateTime: closed === null ? null : instantText(closed, place),
  };
}

function originPart({ type, qualification, by, help, seen }: (typeof ORIGINS)[number], isOutgoing: boolean) {
  const isMarketplace = qualification === "Direct";
  return {
    type,
    qualification,
    direction: isOutgoing ? "Outgoing" : "Incoming",
    referralSource: isMarketplace ? "AppSource" : null,
    callToAction: isMarketplace ? "ContactMe" : null,
    consent: { consentToContact: true, consentToShareReferralWithMicrosoftSellers: seen },
    inviteContext: {
      notes: null,
      assistanceRequestCode: help,
      invitedBy: { organizationId: by, organizationName: null },
    },
  };
}

function detailsAt(created: number, place: number): Json {
  const hasValue = place % 11 !== 0;
  return {
    notes: "",
    dealValue: hasValue ? ((place * 7919) % 250_000) + 0.5 * (place % 2) : null,
    currency: hasValue ? (CURRENCIES[place % CURRENCIES.length] ?? null) : null,
    closingDateTime: instantText(created + 90 * DAY_MS, 0),
    requirements: { industries: [], products: [], services: [], solutions: solutionsAt(place) },
  };
}

function datesOf(referral: Referral): Dates {
  const readings = DATE_FIELDS.map((field) => [field, readInstant(referral[field])] as const);
  return Object.fromEntries(
    readings.flatMap(([field, reading]) => (reading.kind === "instant" ? [[field, reading.at]] : [])),
  );
}

type State = { status: string; substatus: string; closed: number | null };

/** Abolished states are replaced by their successors. */
function stateOf({ status }: Referral, dates: Dates, isOutgoing: boolean): State {
  const ended = (substatus: string, closed: number): State => ({ status: "Closed", substatus, closed });
  const { wonDate, lostDate, acceptedDate } = dates;
  const declined = dates.declinedDate;
  const expired = dates.expiredDate ?? dates.missedDate ?? dates.skippedDate;
  if (wonDate !== undefined) return ended("Won", wonDate);
  if (lostDate !== undefined) return ended("Lost", lostDate);
  if (declined !== undefined) return ended(isOutgoing ? "Lost" : "Declined", declined);
  if (expired !== undefined) return ended(isOutgoing ? "Lost" : "Expired", expired);
  if (isOutgoing || acceptedDate !== undefined)
    return { status: "Active", substatus: "Accepted", closed: null };
  return { status: "New", substatus: status === "Received" ? "Received" : "Pending", closed: null };
}

/** UTC with seven decimals, as the API writes it. */
function instantText(at: number, place: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}${String(place % 10_000).padStart(4, "0")}Z`;
}

function reasonAt(place: number): string | null {
  return REASONS[place % (REASONS.length + 1)] ?? null;
}

function solutionsAt(place: number): Json[] {
  const one = (number: number): Json => ({ id: `SOL-${number}`, name: `Solution ${number}`, type: "Name" });
  return place % 5 === 0 ? [one(place % 7), one((place % 7) + 7)] : [one(place % 7)];
}
