import { type ReactNode, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { endInteraction } from "./account-actions.ts";
import { isFramed } from "./framed.ts";
import { viewOf } from "./own-view.ts";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";
import { NewTab, SignInMessage } from "./sign-in-message.tsx";
import { useAttempt } from "./use-attempt.ts";

/** Asks the user to sign in again after an expired session or a claims challenge; the page below stays. */
export function StepUpMessage({ session }: { session: Session }): ReactNode {
  const { reauthentication } = session;
  const step = useSyncExternalStore(reauthentication.subscribe, reauthentication.pending);
  return step && <QueryState session={session} step={step} />;
}

function QueryState({ session, step }: { session: Session; step: StepUp }): ReactNode {
  const { t } = useI18n();
  const { state, problem, begin } = useAttempt(session.msal);
  const attempt = (way: typeof stepUpHere) => () => begin(() => way(session, step));
  return (
    <section className="message panel" aria-labelledby="step-up-title">
      <h2 id="step-up-title" className="panel__title">
        {t("auth.step.title")}
      </h2>
      <p role="alert">{t(`auth.step.${step.reason}`)}</p>
      {problem && <SignInMessage problem={problem} />}
      <div className="sign-in__ways">
        <button
          type="button"
          className="button button--primary"
          disabled={state === "begun"}
          onClick={attempt(stepUpInWindow)}
        >
          {t("auth.step.continue")}
        </button>
        {isFramed() ? (
          <NewTab />
        ) : (
          <button type="button" className="button" onClick={attempt(stepUpHere)}>
            {t("auth.step.here")}
          </button>
        )}
        <button type="button" className="button" onClick={() => session.reauthentication.settle(null)}>
          {t("auth.step.later")}
        </button>
      </div>
      <p role="status" className="second">
        {state === "none" ? "" : t("auth.goOnInWindow")}
      </p>
    </section>
  );
}

/**
 * Signs in again in a pop-up; waiting calls then continue.
 * @throws MSAL's AuthError when the pop-up was blocked, closed or timed out
 */
async function stepUpInWindow(session: Session, step: StepUp): Promise<void> {
  const { msal, reauthentication, forget } = session;
  // A pop-up that was left open must not block this attempt.
  const again = { overrideInteractionInProgress: true };
  const { account, accessToken } = await msal.acquireTokenPopup({ ...requestOf(session, step), ...again });
  if (account.homeAccountId !== msal.getActiveAccount()?.homeAccountId) forget();
  msal.setActiveAccount(account);
  reauthentication.settle(accessToken);
}

/** Signs in again by redirect; the view is reloaded. @throws MSAL's AuthError */
async function stepUpHere(session: Session, step: StepUp): Promise<void> {
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
