import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as v from "valibot";
import { ANALYTICS_AUDIENCE, type Audience, SCOPE_NAME } from "#config/sign-in.ts";
import {
  invalidToken,
  keysUnreachable,
  mfaRequired,
  noRole,
  noScope,
  noToken,
  type Refusal,
  wrongAudience,
} from "./refusal.ts";
import type { Directory, User } from "./user.ts";

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
type Claims = v.InferOutput<typeof Claims>;

/**
 * Validates the claims of a token whose signature and times are valid. Partner Center's tokens are v1
 * (`https://sts.windows.net/<tenant>/`, the only ones with `amr`); a v2 token must have the matching issuer.
 */
function judgeClaims(
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

/** Limit of an Authorization header in bytes; Entra's tokens have 2 to 4 kB. */
const MAX_HEADER = 16 * 1024;
const COMPACT_JWS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

type Bearer = { ok: true; token: string } | { ok: false; refusal: Refusal };

/**
 * Extracts the token: exactly one Authorization header, `Bearer` in this spelling (which all Partner Center clients
 * use) and a signed compact JWT, at most 16 kB.
 */
export function readBearer(headers: readonly string[]): Bearer {
  const [header, ...more] = headers;
  if (header === undefined) return { ok: false, refusal: noToken() };
  if (more.length > 0) return refuse("The request has more than one Authorization header.");
  if (header.length > MAX_HEADER) return refuse("The Authorization header is longer than 16 kB.");
  const token = COMPACT_JWS.exec(header)?.[1];
  return token ? { ok: true, token } : refuse("The Authorization header has no signed bearer token.");
}

function refuse(description: string): Bearer {
  return { ok: false, refusal: invalidToken(description) };
}

export type Verdict = { ok: true; user: User } | { ok: false; refusal: Refusal };

export type TokenRules = {
  tenant: Tenant;
  keys: JWTVerifyGetKey;
  directory: Directory;
  /** The API that tokens must be issued for; by default the referrals analytics. */
  audience?: Audience;
  /** Ms since 1970; the system's clock by default. */
  now?: () => number;
};

/** Tolerated clock difference between issuer and server. */
const CLOCK_SKEW_SECONDS = 60;
/** Headers by which a token could bring its own key or change what is signed; Entra ID sets none of them. */
const FOREIGN_HEADERS = ["jku", "jwk", "x5u", "x5c", "crit", "b64", "cty", "enc", "zip"];

/** Validates the Authorization headers of a call like Partner Center. Never throws. */
export async function verifyToken(headers: readonly string[], rules: TokenRules): Promise<Verdict> {
  const bearer = readBearer(headers);
  if (!bearer.ok) return bearer;
  try {
    const payload = await verifiedPayload(bearer.token, rules);
    const judged = judgeClaims(payload, rules.tenant, rules.audience ?? ANALYTICS_AUDIENCE);
    return "refusal" in judged
      ? { ok: false, refusal: judged.refusal }
      : admit(judged.claims, rules.directory);
  } catch (error) {
    return { ok: false, refusal: refusalFor(error) };
  }
}

async function verifiedPayload(token: string, { keys, now = Date.now }: TokenRules): Promise<unknown> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    algorithms: ["RS256"],
    clockTolerance: CLOCK_SKEW_SECONDS,
    currentDate: new Date(now()),
    requiredClaims: ["exp", "nbf", "iat"],
  });
  const foreign = FOREIGN_HEADERS.some((name) => name in protectedHeader);
  if (foreign || !protectedHeader.kid) throw new errors.JWTInvalid("header");
  return payload;
}

function admit(claims: Claims, directory: Directory): Verdict {
  const access = directory(claims.oid);
  if (access.kind === "none") return { ok: false, refusal: noRole() };
  const markets = access.kind === "markets" ? access.markets : null;
  return { ok: true, user: { oid: claims.oid, name: claims.name, markets } };
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return invalidToken("The access token has expired.");
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "nbf") {
    return invalidToken(
      "The access token is not valid yet. Check the clocks of this machine and the server.",
    );
  }
  return isUnreachable(error) ? keysUnreachable() : invalidToken("The access token is invalid.");
}

/** Fetching the keys failed: network, time-out, or an invalid key set. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === "ERR_JOSE_GENERIC";
}
