import { type ReactNode, useSyncExternalStore } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { isFramed } from "./framed.ts";
import type { StepUp } from "./reauthentication.ts";
import type { Session } from "./session.ts";
import { NewTab, SignInMessage } from "./sign-in-message.tsx";
import { stepUpHere, stepUpInWindow } from "./step-up.ts";
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
