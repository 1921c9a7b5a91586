import type { KoaContextWithOIDC } from "oidc-provider";
import { errors } from "oidc-provider";
import { CLOUD_FACTS, SCOPE_NAME } from "#config/sign-in.ts";
import type { Faults } from "./faults.ts";
import { asksForMfa } from "./policy.ts";
import { accountOf } from "./staff.ts";

type Parts = { header?: Record<string, unknown> | undefined; payload: Record<string, unknown> };

/** Authentication methods of the token's session. */
function methodsOf({ oidc }: KoaContextWithOIDC): string[] {
  const source = oidc.entities.RefreshToken ?? oidc.entities.AuthorizationCode;
  return source?.amr ?? [];
}

/** Rejects a token request like Entra ID where it needs more than the session has. */
export function checkTokenCall(context: KoaContextWithOIDC, faults: Faults): void {
  const { body } = context.oidc;
  if (faults.refuseRenewal && body?.grant_type === "refresh_token") {
    throw new errors.InvalidGrant("AADSTS700082: The refresh token has expired.");
  }
  if (asksForMfa(body?.claims) && !methodsOf(context).includes("mfa")) {
    const reason = "AADSTS50076: You must use multi-factor authentication.";
    throw new errors.CustomOIDCProviderError("interaction_required", reason);
  }
}

/** Converts an access token to v1, as Entra ID issues it for Partner Center: only v1 has `amr`. */
export function shapeAsVersion1(
  context: KoaContextWithOIDC,
  token: { accountId?: string | undefined; scope?: string | undefined },
  parts: Parts,
  { tenantId, clientId, faults }: { tenantId: string; clientId: string; faults: Faults },
): void {
  const account = accountOf(token.accountId);
  const { aud, sub, jti, iat, exp } = parts.payload;
  const skewed = (seconds: unknown) => Number(seconds) + faults.clockSkewSeconds;
  parts.header = { typ: "JWT" };
  parts.payload = {
    aud,
    iss: `${CLOUD_FACTS.global.v1Issuer}/${tenantId}/`,
    iat: skewed(iat),
    nbf: skewed(iat),
    exp: skewed(exp),
    acr: "1",
    amr: methodsOf(context),
    appid: clientId,
    appidacr: "0",
    idtyp: "user",
    name: account?.name,
    oid: account?.oid,
    scp: token.scope ? SCOPE_NAME : "",
    sub,
    tid: tenantId,
    unique_name: account?.upn,
    upn: account?.upn,
    uti: jti,
    ver: "1.0",
  };
}
