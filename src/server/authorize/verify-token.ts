import { errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { ANALYTICS_AUDIENCE, type Audience } from "#config/sign-in.ts";
import { readBearer } from "./bearer.ts";
import { type Claims, judgeClaims, type Tenant } from "./claims.ts";
import { invalidToken, keysUnreachable, noRole, type Refusal } from "./refusal.ts";
import type { Directory, User } from "./user.ts";

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
