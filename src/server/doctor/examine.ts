import { access } from "node:fs/promises";
import * as v from "valibot";
import { readServerSettings, type ServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { authorityOf, BRIDGE_PATH, RESOURCE } from "#config/sign-in.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { checkApi } from "./check-api.ts";
import { referralsApiFindings } from "./check-referrals-api.ts";
import { bad, type Finding, good, note, reasonOf } from "./finding.ts";

type Fetch = typeof fetch;
const WITHIN_MS = 10_000;

const Metadata = v.object({
  issuer: v.string(),
  authorization_endpoint: v.pipe(v.string(), v.url()),
  token_endpoint: v.pipe(v.string(), v.url()),
  jwks_uri: v.pipe(v.string(), v.url()),
});
const Keys = v.object({ keys: v.pipe(v.array(v.object({ kid: v.string() })), v.minLength(1)) });

/** Fetches a tenant's metadata and keys, as MSAL and the token check do. */
async function checkAuthority(authority: string, get: Fetch = fetch): Promise<Finding[]> {
  const address = `${authority}/v2.0/.well-known/openid-configuration`;
  try {
    const response = await get(address, { signal: AbortSignal.timeout(WITHIN_MS) });
    if (response.status === 400 || response.status === 404) {
      return [bad(`Entra ID has no tenant at ${authority}. Check ENTRA_TENANT_ID and CLOUD.`)];
    }
    const read = v.safeParse(Metadata, await response.json().catch(() => null));
    if (!read.success)
      return [
        bad(`${address} returned ${response.status} without metadata. Check whether a proxy is in between.`),
      ];
    return [...judgeIssuer(read.output.issuer, authority), await checkKeys(read.output.jwks_uri, get)];
  } catch (error) {
    return [bad(`Can't reach Entra ID at ${new URL(authority).host}: ${reasonOf(error)}.`)];
  }
}

function judgeIssuer(issuer: string, authority: string): Finding[] {
  return issuer === `${authority}/v2.0`
    ? [good(`The authority ${authority} responds with its metadata.`)]
    : [
        bad(
          `The metadata has the issuer ${issuer} instead of ${authority}/v2.0. Set ENTRA_TENANT_ID to the tenant's GUID, not its name.`,
        ),
      ];
}

async function checkKeys(address: string, get: Fetch): Promise<Finding> {
  try {
    const response = await get(address, { signal: AbortSignal.timeout(WITHIN_MS) });
    const keys = v.safeParse(Keys, await response.json());
    if (keys.success) return good(`It publishes ${keys.output.keys.length} signing keys.`);
    return bad(`${address} has no keys, so tokens can't be verified.`);
  } catch (error) {
    return bad(`Can't load the keys at ${address}: ${reasonOf(error)}.`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Checks the settings and everything they refer to. Sends no token except a given one for the Referrals API, to that
 * API, and changes nothing.
 */
export async function examine(environment: Environment, get: typeof fetch = fetch): Promise<Finding[]> {
  try {
    const settings = readServerSettings(environment);
    return [
      good("The settings are complete and consistent."),
      ...signInFindings(settings),
      ...(await fileFindings(settings)),
      ...(await authorityFindings(settings, get)),
      ...(await apiFindings(settings, environment.REFERRALS_API_TOKEN?.trim() || null, get)),
    ];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(bad);
    throw error;
  }
}

function signInFindings({ signIn, tls, host, operation }: ServerSettings): Finding[] {
  if (signIn.kind === "off") return [note("SIGN_IN is off: anyone on this machine can see all data.")];
  if (signIn.kind === "local")
    return [note("SIGN_IN is local: sample accounts, for trials on this machine.")];
  const findings = [
    note(
      `In Entra ID, register https://<your host>${operation.basePath}${BRIDGE_PATH} as a redirect URI of type single-page application.`,
    ),
  ];
  if (signIn.cloud === "germany") {
    findings.push(
      bad("CLOUD is germany: this cloud was closed on 29 October 2021, so nobody can sign in. Use global."),
    );
  }
  if (signIn.cloud === "usgov") {
    findings.push(note("In the US Government cloud, referrals may not be available and return 403 or 404."));
  }
  if (tls === null)
    findings.push(
      note(`The server uses plain HTTP on ${host}. Put TLS in front of it, or set TLS_CERT and TLS_KEY.`),
    );
  return findings;
}

async function fileFindings({ referralsFile, tls }: ServerSettings): Promise<Finding[]> {
  const files = { REFERRALS_FILE: referralsFile, TLS_CERT: tls?.cert ?? null, TLS_KEY: tls?.key ?? null };
  const given = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null);
  return Promise.all(given.map(([name, path]) => checkFile(name, path)));
}

async function checkFile(name: string, path: string): Promise<Finding> {
  return access(path).then(
    () => good(`${name} is readable.`),
    () => bad(`${name} is "${path}": the file doesn't exist or can't be read.`),
  );
}

async function authorityFindings({ signIn }: ServerSettings, get: typeof fetch): Promise<Finding[]> {
  if (signIn.kind !== "entra" || signIn.cloud === "germany") return [];
  return checkAuthority(authorityOf(signIn.cloud, signIn.tenantId), get);
}

async function apiFindings(
  settings: ServerSettings,
  token: string | null,
  get: typeof fetch,
): Promise<Finding[]> {
  const { partnerCenterUrl, referralsApi } = settings;
  if (partnerCenterUrl) {
    const path = `${ENDPOINT}?top=1`;
    return checkApi({ origin: partnerCenterUrl, path, setting: "PARTNER_CENTER_URL" }, get);
  }
  if (referralsApi) return referralsApiFindings(referralsApi.url, token, get);
  return [
    note(
      `PARTNER_CENTER_URL is not set, so the data does not come from Partner Center. To use it, set ${RESOURCE}.`,
    ),
  ];
}
