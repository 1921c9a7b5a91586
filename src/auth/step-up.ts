import { endInteraction } from "./end-interaction.ts";
import { viewOf } from "./own-view.ts";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";

/**
 * Signs in again in a pop-up; waiting calls then continue.
 * @throws MSAL's AuthError when the pop-up was blocked, closed or timed out
 */
export async function stepUpInWindow(session: Session, step: StepUp): Promise<void> {
  const { msal, reauthentication, forget } = session;
  // A pop-up that was left open must not block this attempt.
  const again = { overrideInteractionInProgress: true };
  const { account, accessToken } = await msal.acquireTokenPopup({ ...requestOf(session, step), ...again });
  if (account.homeAccountId !== msal.getActiveAccount()?.homeAccountId) forget();
  msal.setActiveAccount(account);
  reauthentication.settle(accessToken);
}

/** Signs in again by redirect; the view is reloaded. @throws MSAL's AuthError */
export async function stepUpHere(session: Session, step: StepUp): Promise<void> {
  endInteraction();
  await session.msal.acquireTokenRedirect({ ...requestOf(session, step), state: viewOf(location) });
}

/** A step-up without claims forces a full sign-in, where the factors are asked for. */
function requestOf({ msal, scopes }: Session, { reason, claims }: StepUp) {
  const account = msal.getActiveAccount();
  return {
    scopes,
    ...(account ? { account } : {}),
    ...(claims === null ? {} : { claims }),
    ...(reason === "proof" && claims === null ? { prompt: "login" } : {}),
  };
}
