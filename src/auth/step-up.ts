import { endInteraction } from "./end-interaction.ts";
import { viewOf } from "./own-view.ts";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";

/**
 * Signs in again in a window of its own: the page, and every call that waits, goes on where it stood.
 * @throws MSAL's AuthError when the window was blocked, closed or left unanswered.
 */
export async function stepUpInWindow(session: Session, step: StepUp): Promise<void> {
  const { msal, reauthentication, forget } = session;
  // An attempt whose window was left open must not keep this one from beginning.
  const again = { overrideInteractionInProgress: true };
  const { account, accessToken } = await msal.acquireTokenPopup({ ...requestOf(session, step), ...again });
  if (account.homeAccountId !== msal.getActiveAccount()?.homeAccountId) forget();
  msal.setActiveAccount(account);
  reauthentication.settle(accessToken);
}

/** Signs in again on this page and returns to this view, which then asks anew. @throws MSAL's AuthError. */
export async function stepUpHere(session: Session, step: StepUp): Promise<void> {
  endInteraction();
  await session.msal.acquireTokenRedirect({ ...requestOf(session, step), state: viewOf(location) });
}

/** A proof for which no claims are named is a sign-in from the beginning: that is where the factors are asked. */
function requestOf({ msal, scopes }: Session, { reason, claims }: StepUp) {
  const account = msal.getActiveAccount();
  return {
    scopes,
    ...(account ? { account } : {}),
    ...(claims === null ? {} : { claims }),
    ...(reason === "proof" && claims === null ? { prompt: "login" } : {}),
  };
}
