import { REFERRALS_AUDIENCE } from "#config/sign-in.ts";
import {
  createTestIssuer,
  GOOD_CLAIMS,
  TENANT_ID,
  type TestIssuer,
} from "../../authorize/testing/test-issuer.ts";
import type { TokenRules } from "../../authorize/verify-token.ts";
import type { ApiReferral } from "../stand-in/api-referral.ts";
import { openStandIn, type StandInOptions } from "../stand-in/open-stand-in.ts";
import { sampleOfApi } from "../stand-in/sample-of-api.ts";

/** The account with the role Referrals user, who sees one market. */
export const USER_OID = "00c0ffee-0000-4000-8000-000000000002";
export const USER_MARKET = "DE";
/** The person in tokens without claims of their own. */
export const API_PERSON = {
  tenantId: TENANT_ID,
  user: { oid: GOOD_CLAIMS.oid, name: GOOD_CLAIMS.name, markets: null },
};
/** The audience in tokens. */
const AUDIENCE = "https://api.partner.microsoft.com";

/** The first referrals of the sample, in the API's format. */
export function sampleOf(count: number, now = Date.UTC(2026, 10, 29)): ApiReferral[] {
  const found: ApiReferral[] = [];
  for (const referral of sampleOfApi(now)) {
    if (found.length === count) break;
    found.push(referral);
  }
  return found;
}

/** A stand-in for the Referrals API with a token issuer. */
export async function serveApi(
  options: Partial<StandInOptions> & Pick<StandInOptions, "referrals">,
  issuer?: TestIssuer,
) {
  issuer ??= await createTestIssuer();
  const { sign, rules: judged } = issuer;
  const rules: TokenRules = {
    ...judged,
    audience: REFERRALS_AUDIENCE,
    directory: (oid) =>
      oid === USER_OID ? { kind: "markets", markets: [USER_MARKET] } : judged.directory(oid),
  };
  const api = await openStandIn({ rules, ...options });
  return {
    api,
    rules,
    issuer,
    /** A unique token. */
    token: (claims: object = {}) => sign({ aud: AUDIENCE, uti: crypto.randomUUID(), ...claims }),
  };
}
