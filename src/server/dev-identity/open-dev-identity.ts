import type { RequestListener } from "node:http";
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, type JWTVerifyGetKey } from "jose";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";
import { isLoopback } from "#config/loopback.ts";
import { SettingsError } from "#config/settings-error.ts";
import { ANALYTICS_AUDIENCE, type Audience } from "#config/sign-in.ts";
import type { Directory } from "#server/authorize/user.ts";
import { issuerOf, metadataAt, paths } from "./addresses.ts";
import { type Faults, noFaults } from "./faults.ts";
import { createHandler, guardPage } from "./handler.ts";
import { providerSettings } from "./provider-settings.ts";
import { staffDirectory } from "./staff.ts";

export type DevIdentityOptions = {
  tenantId: string;
  clientId: string;
  /** The API that access tokens are for; the referrals analytics where absent. */
  audience?: Audience;
  /** Addresses to return to, after sign-in and after sign-out alike. */
  redirectUris: readonly string[];
  /** Where the server that it belongs to listens, and whether that forwards to Partner Center. */
  host: string;
  partnerCenterUrl: string | null;
  /** Whether it is served over https. */
  secure: boolean;
};

export type Entra = {
  handler: RequestListener;
  /** For checking its tokens in this process. */
  keys: JWTVerifyGetKey;
  jwks: { keys: JWK[] };
  directory: Directory;
  issuer: string;
  metadata: (origin: string) => Record<string, unknown>;
  /** Faults to switch on and off while it runs. */
  faults: Faults;
};

/**
 * Opens the stand-in for Entra ID: made-up accounts behind Entra's own addresses, for trials on this machine.
 * @throws SettingsError off loopback, and where calls go on to Partner Center.
 */
export async function openDevIdentity(options: DevIdentityOptions): Promise<Entra> {
  refuseOutside(options);
  const { tenantId, audience = ANALYTICS_AUDIENCE } = options;
  const { privateJwk, jwks } = await makeKeys();
  const at = paths(tenantId);
  const faults = noFaults();
  const facts = { ...options, audience, at, faults };
  const provider = new Provider(issuerOf(tenantId), providerSettings(facts, privateJwk));
  provider.use<object, Pick<KoaContextWithOIDC, "oidc">>(async (context, next) => {
    await next();
    finishResponse(context, tenantId);
  });
  return {
    handler: createHandler({ ...facts, provider }),
    keys: createLocalJWKSet(jwks),
    jwks,
    directory: staffDirectory,
    issuer: issuerOf(tenantId),
    metadata: (origin) => metadataAt(origin, tenantId),
    faults,
  };
}

function refuseOutside({ host, partnerCenterUrl }: DevIdentityOptions): void {
  if (isLoopback(host) && partnerCenterUrl === null) return;
  throw new SettingsError(["Sample accounts are for this machine only, never for Partner Center."]);
}

async function makeKeys(): Promise<{ privateJwk: JWK; jwks: { keys: JWK[] } }> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const facts = { kid: crypto.randomUUID(), use: "sig", alg: "RS256" };
  const [secret, open] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  return { privateJwk: { ...secret, ...facts }, jwks: { keys: [{ ...open, ...facts }] } };
}

/** Adds to oidc-provider's answers what Entra ID has in them: the account's ids beside tokens, guards on pages. */
function finishResponse(context: KoaContextWithOIDC, tenantId: string): void {
  if (context.oidc?.route === "token") addClientInfo(context, tenantId);
  // A redirect is no page, although it has a few words of html: guarded, it would cut off who waits behind a pop-up.
  if (context.response.is("html") && !context.response.get("Location"))
    guardPage(context.res, context.query.pocd === "1");
}

function addClientInfo({ oidc, body }: KoaContextWithOIDC, tenantId: string): void {
  const oid = oidc.entities.Account?.accountId;
  if (typeof body !== "object" || body === null || !("access_token" in body) || !oid) return;
  const info = Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString("base64url");
  Object.assign(body, { client_info: info, ext_expires_in: 7200 });
}
