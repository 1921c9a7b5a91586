import * as v from "valibot";
import { bad, type Finding, good, reasonOf } from "./finding.ts";

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
export async function checkAuthority(authority: string, get: Fetch = fetch): Promise<Finding[]> {
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
