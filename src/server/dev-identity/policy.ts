import { interactionPolicy } from "oidc-provider";
import * as v from "valibot";
import { accountOf } from "./staff.ts";

const Amr = v.object({ values: v.optional(v.array(v.string()), []), value: v.optional(v.string(), "") });
const Part = v.optional(v.object({ amr: v.optional(Amr) }));
const ClaimsRequest = v.pipe(v.string(), v.parseJson(), v.object({ access_token: Part, id_token: Part }));

/** Whether the `claims` parameter requests multi-factor authentication. */
export function asksForMfa(claims: unknown): boolean {
  const read = v.safeParse(ClaimsRequest, claims);
  if (!read.success) return false;
  const { access_token, id_token } = read.output;
  return [access_token, id_token].some(
    (part) => part?.amr?.value === "mfa" || part?.amr?.values.includes("mfa"),
  );
}

const { base, Check, Prompt } = interactionPolicy;

/** When to prompt: no session, another account hinted, second factor or account picker requested. */
export function createPolicy() {
  const policy = base();
  const login = policy.get("login");
  login?.checks.add(anotherAccountHinted());
  login?.checks.add(secondFactorMissing());
  policy.add(new Prompt({ name: "select_account", requestable: true }), 0);
  return policy;
}

/** The reason for prompting only for the second factor. */
export const MFA_REASON = "second_factor";

function secondFactorMissing() {
  const words = "AADSTS50076: You must use multi-factor authentication.";
  return new Check(MFA_REASON, words, "interaction_required", ({ oidc }) => {
    const missing = asksForMfa(oidc.params?.claims) && !oidc.session?.amr?.includes("mfa");
    return Boolean(oidc.session?.accountId) && missing;
  });
}

function anotherAccountHinted() {
  const words = "AADSTS50058: The account that was hinted at is not signed in.";
  return new Check("another_account", words, "login_required", ({ oidc }) => {
    const hinted = accountOf(String(oidc.params?.login_hint ?? ""));
    return hinted !== undefined && hinted.oid !== oidc.session?.accountId && !oidc.result?.login;
  });
}
