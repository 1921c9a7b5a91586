import { access } from "node:fs/promises";
import { readServerSettings, type ServerSettings } from "#config/server-settings.ts";
import { SettingsError } from "#config/settings-error.ts";
import { authorityOf, BRIDGE_PATH, RESOURCE } from "#config/sign-in.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { checkApi } from "./check-api.ts";
import { checkAuthority } from "./check-authority.ts";
import { referralsApiFindings } from "./check-referrals-api.ts";
import { bad, type Finding, good, note } from "./finding.ts";

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
