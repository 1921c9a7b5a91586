import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { tabViewOf } from "./own-view.ts";
import { nextStep, type SignInProblem } from "./sign-in-problem.ts";

export type SignInMessageProps = {
  problem: SignInProblem;
  /** Retries; absent where the next step is shown elsewhere. */
  onAgain?: () => void;
};

/** Explains a failed sign-in and offers the next step. */
export function SignInMessage({ problem, onAgain }: SignInMessageProps): ReactNode {
  const { t } = useI18n();
  const { kind, detail, correlationId } = problem;
  return (
    <div className="message message--error" role="alert">
      <strong>{t("auth.failed")}</strong>
      <p>{t(`auth.problem.${kind}`)}</p>
      {detail && <p className="second sign-in__detail">{detail}</p>}
      <Step problem={problem} onAgain={onAgain} />
      {correlationId && <p className="message__ids">{t("auth.correlation", { id: correlationId })}</p>}
    </div>
  );
}

function Step({
  problem,
  onAgain,
}: {
  problem: SignInProblem;
  onAgain: (() => void) | undefined;
}): ReactNode {
  const { t } = useI18n();
  const step = nextStep(problem);
  if (step === "none") return null;
  if (step === "new-tab") return <NewTab />;
  if (step === "reload") {
    return (
      <button type="button" className="button" onClick={() => location.reload()}>
        {t("auth.reload")}
      </button>
    );
  }
  if (!onAgain) return null;
  return (
    <button type="button" className="button button--primary" onClick={onAgain}>
      {t("auth.again")}
    </button>
  );
}

/** Opens the same view outside its frame. */
export function NewTab(): ReactNode {
  const { t } = useI18n();
  return (
    <a className="button sign-in__link" href={tabViewOf(location)} target="_blank" rel="noopener">
      {t("auth.newTab")}
    </a>
  );
}
