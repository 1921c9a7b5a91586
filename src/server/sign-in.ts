import type { RequestListener } from "node:http";
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import type { AppConfig } from "#config/app-config.ts";
import type { ServerSettings } from "#config/server-settings.ts";
import {
  ANALYTICS_AUDIENCE,
  type Audience,
  authorityOf,
  BRIDGE_PATH,
  CLOUD_FACTS,
  type Cloud,
  LOCAL_CLIENT_ID,
  LOCAL_TENANT_ID,
  REFERRALS_AUDIENCE,
  RELAY_PATH,
} from "#config/sign-in.ts";
import type { TargetSetting } from "#config/targets.ts";
import {
  type Authorize,
  authorizeByForwarding,
  authorizeByToken,
  authorizeEverybody,
} from "./authorize/authorize.ts";
import type { Directory } from "./authorize/user.ts";
import type { Tenant, TokenRules } from "./authorize/verify-token.ts";

/** Authorisation, and where people sign in. */
export type ServerSignIn = {
  authorize: Authorize;
  /** Path and handler of the stand-in; null with Entra ID, or without sign-in. */
  standIn: { path: string; handler: RequestListener } | null;
  /** Token validation of the Referrals API's stand-in; null without made-up accounts. */
  standInRules: TokenRules | null;
  /** The stand-in's endpoints for a page at an origin, as JSON text. */
  metadata: (origin: string) => string;
};

/** For tests: keys and rights of another stand-in. */
export type TrustedElsewhere = Omit<TokenRules, "tenant">;

/** Opens the sign-in once the port is known. The stand-in's code is loaded only if needed. */
export async function openServerSignIn(
  settings: ServerSettings,
  port: number,
  elsewhere?: TrustedElsewhere,
): Promise<ServerSignIn> {
  const { signIn } = settings;
  const none = { standIn: null, standInRules: null, metadata: () => "{}" };
  if (signIn.kind === "off") return { authorize: authorizeEverybody, ...none };
  if (signIn.kind === "local") return openStandIn(settings, port);
  if (settings.partnerCenterUrl) return { authorize: authorizeByForwarding(), ...none };
  const { cloud, tenantId } = signIn;
  const trusted = elsewhere ?? { keys: keysOf(cloud, tenantId), directory: everyone };
  const rules = { tenant: tenantOf(cloud, tenantId), audience: audienceOf(settings), ...trusted };
  return { authorize: authorizeByToken(rules), ...none };
}

async function openStandIn(settings: ServerSettings, port: number): Promise<ServerSignIn> {
  const { openDevIdentity } = await import("./dev-identity/open-dev-identity.ts");
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const scheme = settings.tls ? "https" : "http";
  const { basePath, trustProxy } = settings.operation;
  const entra = await openDevIdentity({
    tenantId: LOCAL_TENANT_ID,
    clientId: LOCAL_CLIENT_ID,
    redirectUris: names.map((name) => `${scheme}://${name}:${port}${basePath}${BRIDGE_PATH}`),
    secure: settings.tls !== null,
    host: settings.host,
    partnerCenterUrl: settings.partnerCenterUrl,
    audience: audienceOf(settings),
    basePath,
    isForwarded: trustProxy !== null,
  });
  const tenant = tenantOf("global", LOCAL_TENANT_ID);
  const rules = { tenant, keys: entra.keys, directory: entra.directory, audience: audienceOf(settings) };
  return {
    // The Referrals API checks rights itself.
    authorize: authorizeByToken(settings.referralsApi ? { ...rules, directory: everyone } : rules),
    standInRules: rules,
    standIn: { path: `${basePath}/${LOCAL_TENANT_ID}`, handler: entra.handler },
    metadata: (origin) => JSON.stringify(entra.metadata(origin)),
  };
}

/** The API that tokens must be issued for. */
function audienceOf({ referralsApi }: Pick<ServerSettings, "referralsApi">): Audience {
  return referralsApi ? REFERRALS_AUDIENCE : ANALYTICS_AUDIENCE;
}

function tenantOf(cloud: Cloud, tenantId: string): Tenant {
  return {
    tenantId,
    v1Issuer: `${CLOUD_FACTS[cloud].v1Issuer}/${tenantId}/`,
    v2Issuer: `${authorityOf(cloud, tenantId)}/v2.0`,
  };
}

function keysOf(cloud: Cloud, tenantId: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(`${authorityOf(cloud, tenantId)}/discovery/v2.0/keys`));
}

/** Own data with real sign-in: everyone in the tenant with a second factor sees all. */
const everyone: Directory = () => ({ kind: "all" });

/** Settings for the browser; `metadata` returns the stand-in's metadata as JSON text for an origin. */
export function browserConfig(
  settings: ServerSettings,
  data: () => AppConfig["data"],
  metadata: (origin: string) => string,
  targets: readonly TargetSetting[],
): (origin: string) => AppConfig {
  const { signIn } = settings;
  const { scope } = audienceOf(settings);
  const common = () => ({ data: data(), frameAncestors: [...settings.frameAncestors], targets });
  if (signIn.kind === "off") return () => ({ signIn: "off", ...common() });
  if (signIn.kind === "entra") {
    const { cloud, tenantId, clientId } = signIn;
    return () => ({ signIn: "entra", ...entraOf(cloud, tenantId, clientId), scope, cloud, ...common() });
  }
  // MSAL replaces parts of endpoints in which they differ from the authority.
  const authority = authorityOf("global", `${settings.operation.basePath}/${LOCAL_TENANT_ID}`.slice(1));
  const local = { ...entraOf("global", LOCAL_TENANT_ID, LOCAL_CLIENT_ID), authority, scope };
  return (origin) => ({ signIn: "local", ...local, authorityMetadata: metadata(origin), ...common() });
}

function entraOf(cloud: Cloud, tenantId: string, clientId: string) {
  return {
    authority: authorityOf(cloud, tenantId),
    tenantId,
    clientId,
    knownAuthorities: [CLOUD_FACTS[cloud].authorityHost],
    bridgePath: BRIDGE_PATH,
    relayPath: RELAY_PATH,
  };
}
