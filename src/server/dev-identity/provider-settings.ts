import { LRUCache } from "lru-cache";
import type {
  Adapter,
  AdapterFactory,
  AdapterPayload,
  Client,
  Configuration,
  Grant,
  JWK,
  KoaContextWithOIDC,
  Provider,
} from "oidc-provider";
import type { Audience } from "#config/sign-in.ts";
import { checkTokenCall, shapeAsVersion1 } from "./access-token.ts";
import type { Paths } from "./addresses.ts";
import type { Faults } from "./faults.ts";
import { errorPage, signedOutPage, signOutPage } from "./pages.ts";
import { createPolicy } from "./policy.ts";
import { accountOf } from "./staff.ts";

/** Limit of stored sessions, codes and tokens; the oldest are dropped first. */
const MAX_ENTRIES = 10_000;

/** An in-memory adapter for oidc-provider, separate for each stand-in. */
function createMemory(): AdapterFactory {
  const entries = new LRUCache<string, AdapterPayload>({ max: MAX_ENTRIES });
  return (model) => adapterOf(model, entries);
}

function adapterOf(model: string, entries: LRUCache<string, AdapterPayload>): Adapter {
  const named = (id: string): string => `${model} ${id}`;
  const having = (name: "uid" | "userCode", value: string): AdapterPayload | undefined =>
    [...entries].find(([key, entry]) => key.startsWith(`${model} `) && entry[name] === value)?.[1];
  return {
    upsert: async (id, payload, expiresIn = 3600) => {
      entries.set(named(id), payload, { ttl: expiresIn * 1000 });
    },
    find: async (id) => entries.get(named(id)),
    findByUid: async (uid) => having("uid", uid),
    findByUserCode: async (userCode) => having("userCode", userCode),
    consume: async (id) => {
      const entry = entries.get(named(id));
      if (entry) entry.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(named(id));
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, entry] of entries) if (entry.grantId === grantId) entries.delete(key);
    },
  };
}

export type DevIdentitySettings = {
  tenantId: string;
  clientId: string;
  /** The API that access tokens are for. */
  audience: Audience;
  /** Redirect URIs of sign-in and sign-out. */
  redirectUris: readonly string[];
  /** Served over https: cookies then work in a frame, like Entra ID's. */
  secure: boolean;
  at: Paths;
  faults: Faults;
};

const OPEN_ID_SCOPES = ["openid", "profile", "email", "offline_access"];
const DAY = 24 * 3600;

/** Settings that make oidc-provider behave like Entra ID for MSAL. */
export function providerSettings(facts: DevIdentitySettings, key: JWK): Configuration {
  return {
    adapter: createMemory(),
    clients: [clientOf(facts)],
    jwks: { keys: [key] },
    routes: {
      authorization: facts.at.authorize,
      token: facts.at.token,
      end_session: facts.at.logout,
      jwks: facts.at.keys,
    },
    scopes: OPEN_ID_SCOPES,
    claims: { openid: ["sub", "oid", "tid", "ver"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => findAccount(id, facts.tenantId),
    extraParams: ["client_info", "pocd", "domain_hint", "sid", "claims", "client-request-id"],
    clientBasedCORS: (context, origin, client) =>
      origin === new URL(context.href).origin || returnsTo(client, origin),
    interactions: { policy: createPolicy(), url: (_context, { uid }) => `${facts.at.interaction}/${uid}` },
    loadExistingGrant: (context) => grantOf(context, facts),
    cookies: cookiesOf(facts.secure),
    ...tokenSettings(facts),
    features: features(facts),
    renderError: async (context, out) => {
      context.type = "html";
      context.body = String(await errorPage(facts.at, out.error_description ?? out.error));
    },
  };
}

function clientOf({ clientId, redirectUris }: DevIdentitySettings) {
  return {
    client_id: clientId,
    client_name: "Referral analytics",
    // A public client: a web page cannot keep a secret.
    token_endpoint_auth_method: "none" as const,
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code" as const],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...redirectUris],
  };
}

function tokenSettings({ tenantId, clientId, faults }: DevIdentitySettings): Configuration {
  return {
    // Rotation revokes the grant when two tabs refresh at the same time.
    rotateRefreshToken: false,
    expiresWithSession: () => false,
    issueRefreshToken: (_context, _client, source) => {
      // oidc-provider drops the scope unless consent is requested; without it refreshing fails with invalid_scope.
      if (!source.scopes.has("offline_access")) source.scope = `${source.scope} offline_access`;
      return true;
    },
    extraTokenClaims: (context) => {
      checkTokenCall(context, faults);
      return undefined;
    },
    formats: {
      customizers: {
        jwt: (context, token, parts) => {
          shapeAsVersion1(context, token, parts as Parameters<typeof shapeAsVersion1>[2], {
            tenantId,
            clientId,
            faults,
          });
        },
      },
    },
    ttl: {
      AccessToken: (_context, token) =>
        faults.tokenSeconds ?? accountOf(token.accountId)?.tokenSeconds ?? 3600,
      AuthorizationCode: 60,
      IdToken: 3600,
      RefreshToken: DAY,
      Interaction: 3600,
      Session: DAY,
      Grant: DAY,
    },
  };
}

function features({ at, audience }: DevIdentitySettings): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resourceOf(audience),
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: audience.scope,
        audience: resourceOf(audience),
        accessTokenFormat: "jwt",
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (context, form) => {
        context.body = String(await signOutPage(at, form));
      },
      postLogoutSuccessSource: async (context) => {
        context.body = String(await signedOutPage(at));
      },
    },
  };
}

function cookiesOf(secure: boolean): Configuration["cookies"] {
  const options = { httpOnly: true, sameSite: secure ? ("none" as const) : ("lax" as const), secure };
  return {
    names: { session: "stand-in-session", interaction: "stand-in-step", resume: "stand-in-resume" },
    keys: [crypto.randomUUID()],
    long: options,
    short: options,
  };
}

function returnsTo(client: Client, origin: string): boolean {
  return (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin);
}

function findAccount(id: string, tid: string) {
  const account = accountOf(id);
  if (!account) return undefined;
  const { oid, name, upn } = account;
  const claims = { sub: oid, oid, tid, ver: "2.0", name, preferred_username: upn };
  return { accountId: oid, claims: () => claims };
}

function resourceOf({ names: [resource = ""] }: Audience): string {
  return resource;
}

/** Administrator consent for everyone, unless consent is to be requested. */
async function grantOf(
  context: KoaContextWithOIDC,
  { faults, audience }: DevIdentitySettings,
): Promise<Grant | undefined> {
  const { oidc } = context;
  const provider: Provider = oidc.provider;
  const known = oidc.result?.consent?.grantId ?? oidc.session?.grantIdFor(oidc.client?.clientId ?? "");
  const grant = known ? await provider.Grant.find(known) : undefined;
  const account = accountOf(oidc.session?.accountId);
  if (grant || !account || account.asksConsent || faults.askConsent) return grant;
  return grantEverything(provider, account.oid, oidc.client?.clientId ?? "", audience);
}

/** Grants everything that the dashboard requests. */
export async function grantEverything(
  provider: Provider,
  accountId: string,
  clientId: string,
  audience: Audience,
): Promise<Grant> {
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(OPEN_ID_SCOPES.join(" "));
  grant.addResourceScope(resourceOf(audience), audience.scope);
  await grant.save();
  return grant;
}
