import * as v from "valibot";
import { type Audience, SCOPE_NAME } from "#config/sign-in.ts";
import { invalidToken, mfaRequired, noScope, type Refusal, wrongAudience } from "./refusal.ts";

/** The accepted tenant, and the issuers of its v1 and v2 tokens. */
export type Tenant = { tenantId: string; v1Issuer: string; v2Issuer: string };

const Claims = v.object({
  iss: v.string(),
  aud: v.string(),
  exp: v.number(),
  tid: v.string(),
  oid: v.pipe(v.string(), v.uuid()),
  ver: v.picklist(["1.0", "2.0"]),
  name: v.fallback(v.string(), ""),
  scp: v.fallback(v.string(), ""),
  amr: v.fallback(v.array(v.string()), []),
});
export type Claims = v.InferOutput<typeof Claims>;

/**
 * Validates the claims of a token whose signature and times are valid. Partner Center's tokens are v1
 * (`https://sts.windows.net/<tenant>/`, the only ones with `amr`); a v2 token must have the matching issuer.
 */
export function judgeClaims(
  payload: unknown,
  tenant: Tenant,
  audience: Audience,
): { claims: Claims } | { refusal: Refusal } {
  const read = v.safeParse(Claims, payload);
  if (!read.success) return { refusal: invalidToken("The access token lacks required claims.") };
  const claims = read.output;
  const fault = tenantFault(claims, tenant) ?? purposeFault(claims, audience);
  return fault ? { refusal: fault } : { claims };
}

function tenantFault(claims: Claims, tenant: Tenant): Refusal | null {
  const issuer = claims.ver === "1.0" ? tenant.v1Issuer : tenant.v2Issuer;
  if (claims.iss !== issuer) return invalidToken("The access token has the wrong issuer.");
  if (claims.tid !== tenant.tenantId) return invalidToken("The access token is for another tenant.");
  return null;
}

function purposeFault(claims: Claims, { names, scope, apiJudgesFactors }: Audience): Refusal | null {
  if (!names.includes(claims.aud)) return wrongAudience();
  if (!claims.scp.split(" ").includes(SCOPE_NAME)) return noScope(scope);
  const isLeftToApi = apiJudgesFactors && claims.ver === "2.0";
  return isLeftToApi || claims.amr.includes("mfa") ? null : mfaRequired();
}
