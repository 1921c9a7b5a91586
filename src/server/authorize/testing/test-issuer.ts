import { KeyObject, sign } from "node:crypto";
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTHeaderParameters,
  SignJWT,
} from "jose";
import type { TokenRules } from "../verify-token.ts";

export const TENANT_ID = "00c0ffee-0000-4000-8000-00000000000a";
export const KID = "key-of-the-tenant";
/** "Now" in tests, in ms. */
export const NOW = Date.UTC(2026, 0, 15, 12);
const NOW_SECONDS = NOW / 1000;

/** Claims as Entra ID issues them for Partner Center. */
export const GOOD_CLAIMS = {
  aud: "https://api.partnercenter.microsoft.com",
  iss: `https://sts.windows.net/${TENANT_ID}/`,
  iat: NOW_SECONDS - 60,
  nbf: NOW_SECONDS - 60,
  exp: NOW_SECONDS + 3600,
  ver: "1.0",
  tid: TENANT_ID,
  oid: "00c0ffee-0000-4000-8000-000000000001",
  name: "Referrals admin",
  scp: "user_impersonation",
  amr: ["pwd", "mfa"],
};

export const NO_ROLE_OID = "00c0ffee-0000-4000-8000-000000000003";

/** An encoded part of a token: JSON, or a string as it is. */
export function encoded(value: unknown): string {
  return Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
}

/** An issuer with its key, and a second, untrusted key. */
export async function createTestIssuer() {
  const own = await generateKeyPair("RS256", { extractable: true });
  const stranger = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(own.publicKey)), kid: KID, use: "sig", alg: "RS256" };
  const rules: TokenRules = {
    tenant: {
      tenantId: TENANT_ID,
      v1Issuer: `https://sts.windows.net/${TENANT_ID}/`,
      v2Issuer: `https://login.microsoftonline.com/${TENANT_ID}/v2.0`,
    },
    keys: createLocalJWKSet({ keys: [jwk] }),
    directory: (oid) => (oid === NO_ROLE_OID ? { kind: "none" } : { kind: "all" }),
    now: () => NOW,
  };
  const header = { alg: "RS256", typ: "JWT", kid: KID };
  return {
    rules,
    own,
    stranger,
    jwk,
    publicPem: await exportSPKI(own.publicKey),
    strangerJwk: await exportJWK(stranger.publicKey),
    /** Signs a token with changed claims (undefined removes one) and header. */
    sign: (claims: object = {}, more: Partial<JWTHeaderParameters> = {}, key = own.privateKey) =>
      new SignJWT({ ...GOOD_CLAIMS, ...claims }).setProtectedHeader({ ...header, ...more }).sign(key),
    /** A hand-made token that a library would refuse to make, signed with the tenant's key. */
    craft: (more: object = {}, claims: unknown = GOOD_CLAIMS): string => {
      const text = `${encoded({ typ: "JWT", kid: KID, ...more })}.${encoded(claims)}`;
      return `${text}.${sign("sha256", Buffer.from(text), KeyObject.from(own.privateKey)).toString("base64url")}`;
    },
  };
}
export type TestIssuer = Awaited<ReturnType<typeof createTestIssuer>>;
