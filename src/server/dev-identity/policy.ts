import { interactionPolicy } from "oidc-provider";
import { accountOf } from "./staff.ts";
import { asksForMfa } from "./step-up.ts";

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
