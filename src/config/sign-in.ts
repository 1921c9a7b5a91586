/** Microsoft clouds that Partner Center supports, as values of `CLOUD`. */
export const CLOUDS = ["global", "usgov", "germany"] as const;
export type Cloud = (typeof CLOUDS)[number];

type CloudFacts = {
  authorityHost: string /** Issuer of version 1 tokens, before the tenant. */;
  v1Issuer: string;
};

/** Sign-in hosts of the clouds; the API's host is the same in all. Germany's was closed on 29 October 2021. */
export const CLOUD_FACTS: Readonly<Record<Cloud, CloudFacts>> = {
  global: { authorityHost: "login.microsoftonline.com", v1Issuer: "https://sts.windows.net" },
  usgov: { authorityHost: "login.microsoftonline.us", v1Issuer: "https://sts.windows.net" },
  germany: { authorityHost: "login.microsoftonline.de", v1Issuer: "https://sts.microsoftonline.de" },
};

/** Partner Center's API as a resource of Entra ID: by URL and by application id. */
export const RESOURCE = "https://api.partnercenter.microsoft.com";
export const RESOURCE_ID = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
export const SCOPE_NAME = "user_impersonation";
/** The scope the browser requests: delegated access, the only kind that the endpoint accepts. */
export const SCOPE = `${RESOURCE}/${SCOPE_NAME}`;

/** An API that access tokens are issued for. */
export type Audience = {
  /** Its `aud` values. */
  names: readonly string[];
  /** The scope to request from Entra ID. */
  scope: string;
  /** Whether v2 tokens, which lack the sign-in factors (`amr`), are left to the API to judge. */
  apiJudgesFactors: boolean;
};

export const ANALYTICS_AUDIENCE: Audience = {
  names: [RESOURCE, `${RESOURCE}/`, RESOURCE_ID],
  scope: SCOPE,
  apiJudgesFactors: false,
};

const REFERRALS_RESOURCE = "https://api.partner.microsoft.com";

/**
 * The Referrals API, which does not accept tokens of the analytics API. Requests all permissions of the registration,
 * because the documentation names the single one differently from page to page:
 * https://learn.microsoft.com/partner-center/developer/referral-api-authentication
 */
export const REFERRALS_AUDIENCE: Audience = {
  names: [REFERRALS_RESOURCE, `${REFERRALS_RESOURCE}/`, "4990cffe-04e8-4e8b-808a-1175604b879f"],
  scope: `${REFERRALS_RESOURCE}/.default`,
  apiJudgesFactors: true,
};
export const REFERRALS_API_ORIGIN = REFERRALS_RESOURCE;
export const API_PATH = "/v1.0/engagements/referrals";

/** Made-up tenant and application ids of the local stand-in for Entra ID. */
export const LOCAL_TENANT_ID = "00c0ffee-0000-4000-8000-00000000c0de";
export const LOCAL_CLIENT_ID = "00c0ffee-0000-4000-8000-00000000a44e";

/** The page that receives all sign-in and sign-out responses: the redirect URI to register. */
export const BRIDGE_PATH = "/sign-in-bridge.html";
/** The page that pop-ups of a framed dashboard go through. */
export const RELAY_PATH = "/sign-in-relay.html";

/** The authority of a tenant; no trailing slash. */
export function authorityOf(cloud: Cloud, tenantId: string): string {
  return `https://${CLOUD_FACTS[cloud].authorityHost}/${tenantId}`;
}
