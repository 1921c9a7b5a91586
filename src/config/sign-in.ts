/** The clouds of Microsoft that Partner Center knows, by the name that `CLOUD` takes. */
export const CLOUDS = ["global", "usgov", "germany"] as const;
export type Cloud = (typeof CLOUDS)[number];

type CloudFacts = {
  authorityHost: string /** Issuer of version 1 tokens, before the tenant. */;
  v1Issuer: string;
};

/** Sign-in hosts of the clouds; the API's host is the same in all of them. Germany's closed on 29 October 2021. */
export const CLOUD_FACTS: Readonly<Record<Cloud, CloudFacts>> = {
  global: { authorityHost: "login.microsoftonline.com", v1Issuer: "https://sts.windows.net" },
  usgov: { authorityHost: "login.microsoftonline.us", v1Issuer: "https://sts.windows.net" },
  germany: { authorityHost: "login.microsoftonline.de", v1Issuer: "https://sts.microsoftonline.de" },
};

/** Partner Center's API as a resource of Entra ID: by address and by application id. */
export const RESOURCE = "https://api.partnercenter.microsoft.com";
export const RESOURCE_ID = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
export const SCOPE_NAME = "user_impersonation";
/** What the browser asks for: delegated access, the only kind that the endpoint takes. */
export const SCOPE = `${RESOURCE}/${SCOPE_NAME}`;

/** An API that people's tokens are for. */
export type Audience = {
  /** Its identifiers as tokens name them. */
  names: readonly string[];
  /** What the browser asks Entra ID for. */
  scope: string;
  /** Whether a token of version 2, which does not tell how somebody signed in, is left to the API to judge. */
  apiJudgesFactors: boolean;
};

/** Partner Center's API, with the referrals analytics. */
export const ANALYTICS_AUDIENCE: Audience = {
  names: [RESOURCE, `${RESOURCE}/`, RESOURCE_ID],
  scope: SCOPE,
  apiJudgesFactors: false,
};

const REFERRALS_RESOURCE = "https://api.partner.microsoft.com";

/**
 * The Referrals API, which takes no token of the other one. All permissions of the registration at once: how the single
 * one is called there is documented differently from page to page.
 * https://learn.microsoft.com/partner-center/developer/referral-api-authentication
 */
export const REFERRALS_AUDIENCE: Audience = {
  names: [REFERRALS_RESOURCE, `${REFERRALS_RESOURCE}/`, "4990cffe-04e8-4e8b-808a-1175604b879f"],
  scope: `${REFERRALS_RESOURCE}/.default`,
  apiJudgesFactors: true,
};
/** The address of the referrals of the Referrals API. */
export const REFERRALS_API_ORIGIN = REFERRALS_RESOURCE;
export const API_PATH = "/v1.0/engagements/referrals";

/** Made-up tenant and application of the stand-in for Entra ID on this machine. */
export const LOCAL_TENANT_ID = "00c0ffee-0000-4000-8000-00000000c0de";
export const LOCAL_CLIENT_ID = "00c0ffee-0000-4000-8000-00000000a44e";

/** Page that receives every answer of a sign-in or sign-out: the redirect address to register. */
export const BRIDGE_PATH = "/sign-in-bridge.html";
/** Page through which a pop-up of a framed dashboard goes. */
export const RELAY_PATH = "/sign-in-relay.html";

/** Address of a tenant at its cloud's sign-in service; no slash at the end. */
export function authorityOf(cloud: Cloud, tenantId: string): string {
  return `https://${CLOUD_FACTS[cloud].authorityHost}/${tenantId}`;
}
