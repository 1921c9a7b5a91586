import type { IncomingMessage, ServerResponse } from "node:http";
import type { Interaction, InteractionResults, Provider } from "oidc-provider";
import type { Audience } from "#config/sign-in.ts";
import type { Paths } from "./addresses.ts";
import { accountsPage, consentPage, secondFactorPage } from "./pages.ts";
import { MFA_REASON } from "./policy.ts";
import { grantEverything } from "./provider-settings.ts";
import { type Account, accountOf } from "./staff.ts";

type Step = "accounts" | "second-factor" | "consent";

const MAX_FORM = 4096;

function stepOf({ prompt }: Interaction): Step {
  if (prompt.name === "consent") return "consent";
  const factorAlone = prompt.reasons.every((reason) => reason === MFA_REASON);
  return prompt.name === "login" && factorAlone ? "second-factor" : "accounts";
}

/** The page of the current sign-in step. */
export function stepPage(
  interaction: Interaction,
  at: Paths,
  { scope }: Audience,
): ReturnType<typeof accountsPage> {
  const action = `${at.interaction}/${interaction.uid}`;
  const current = accountOf(interaction.session?.accountId);
  switch (stepOf(interaction)) {
    case "consent":
      return consentPage(at, action, current, scope);
    case "second-factor":
      return secondFactorPage(at, action, current);
    case "accounts":
      return accountsPage(at, action, accountOf(String(interaction.params.login_hint ?? "")));
  }
}

/** Handles the submitted form of a step and redirects. */
export async function takeStep(
  provider: Provider,
  audience: Audience,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readForm(request);
  const interaction = await provider.interactionDetails(request, response);
  const result = await resultOf(provider, audience, interaction, form);
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

async function resultOf(
  provider: Provider,
  audience: Audience,
  interaction: Interaction,
  form: URLSearchParams,
): Promise<InteractionResults> {
  const declined = { error: "access_denied", error_description: "AADSTS65004: User declined." };
  if (form.has("cancel")) return declined;
  const current = accountOf(interaction.session?.accountId);
  const step = stepOf(interaction);
  if (step === "consent" && current) {
    const clientId = String(interaction.params.client_id);
    const grant = await grantEverything(provider, current.oid, clientId, audience);
    return { consent: { grantId: grant.jti } };
  }
  if (step === "second-factor" && current) return signedIn(interaction, current, ["pwd", "mfa"]);
  const chosen = accountOf(form.get("account") ?? undefined);
  if (!chosen) return declined;
  if (current && chosen !== current) await leaveSession(provider, interaction);
  return signedIn(interaction, chosen, chosen.passwordOnly ? ["pwd"] : ["pwd", "mfa"]);
}

function signedIn({ prompt }: Interaction, { oid }: Account, amr: string[]): InteractionResults {
  return { [prompt.name]: {}, login: { accountId: oid, amr, remember: false } };
}

/** Ends the previous account's session; oidc-provider would show a page for that. */
async function leaveSession(provider: Provider, interaction: Interaction): Promise<void> {
  const session = await provider.Session.findByUid(interaction.session?.uid ?? "");
  await session?.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_FORM) throw new Error("The form is too large.");
  }
  return new URLSearchParams(text);
}
