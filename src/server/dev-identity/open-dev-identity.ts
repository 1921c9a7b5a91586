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
  /** The API that access tokens are for; by default the referrals analytics. */
  audience?: Audience;
  /** Redirect URIs of sign-in and sign-out. */
  redirectUris: readonly string[];
  /** Host of the server it belongs to, and whether that forwards to Partner Center. */
  host: string;
  partnerCenterUrl: string | null;
  /** Whether it is served over https. */
  secure: boolean;
  /** Where the server stands in its site; "" for its root. */
  basePath?: string;
  /** Whether a proxy in front says scheme and host of the address bar. */
  isForwarded?: boolean;
};

export type Entra = {
  handler: RequestListener;
  /** Public keys to validate its tokens in this process. */
  keys: JWTVerifyGetKey;
  jwks: { keys: JWK[] };
  directory: Directory;
  issuer: string;
  metadata: (origin: string) => Record<string, unknown>;
  /** Faults that can be switched at run time. */
  faults: Faults;
};

/**
 * Opens the local stand-in for Entra ID, with made-up accounts at Entra's paths.
 * @throws SettingsError off loopback, or where calls are forwarded to Partner Center
 */
export async function openDevIdentity(options: DevIdentityOptions): Promise<Entra> {
  refuseOutside(options);
  const { tenantId, audience = ANALYTICS_AUDIENCE, basePath, isForwarded = false } = options;
  const { privateJwk, jwks } = await makeKeys();
  const at = paths(tenantId, basePath);
  const faults = noFaults();
  const facts = { ...options, audience, at, faults };
  const provider = new Provider(issuerOf(tenantId), providerSettings(facts, privateJwk));
  provider.proxy = isForwarded;
  allowOwnOrigin(provider, options.redirectUris);
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
    metadata: (origin) => metadataAt(origin, tenantId, at),
    faults,
  };
}

/** Behind a proxy the page has the proxy's origin, and calls the stand-in there. */
function allowOwnOrigin(provider: Provider, redirectUris: readonly string[]): void {
  const own = redirectUris.map((uri) => new URL(uri).pathname);
  const { prototype } = provider.Client;
  for (const name of ["redirectUriAllowed", "postLogoutRedirectUriAllowed"] as const) {
    const isRegistered = prototype[name];
    prototype[name] = function (uri) {
      const { ctx } = Provider;
      return isRegistered.call(this, uri) || own.some((path) => ctx && uri === new URL(path, ctx.href).href);
    };
  }
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

/** Adds what Entra ID has to oidc-provider's responses: account ids beside tokens, security headers on pages. */
function finishResponse(context: KoaContextWithOIDC, tenantId: string): void {
  if (context.oidc?.route === "token") addClientInfo(context, tenantId);
  // A redirect's HTML body is no page: with these headers a pop-up would lose its opener.
  if (context.response.is("html") && !context.response.get("Location"))
    guardPage(context.res, context.query.pocd === "1");
}

function addClientInfo({ oidc, body }: KoaContextWithOIDC, tenantId: string): void {
  const oid = oidc.entities.Account?.accountId;
  if (typeof body !== "object" || body === null || !("access_token" in body) || !oid) return;
  const info = Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString("base64url");
  Object.assign(body, { client_info: info, ext_expires_in: 7200 });
}
