import type { AccountInfo } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { accountName, signIn, switchTo } from "./account-actions.ts";
import { isFramed } from "./framed.ts";
import type { Session } from "./session.ts";
import { NewTab, SignInMessage } from "./sign-in-message.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";
import { useAttempt } from "./use-attempt.ts";

export type SignInPageProps = {
  session: Session;
  /** Why the sign-in that just returned failed. */
  returned: SignInProblem | null;
};

/** The page before sign-in: one button, and why the last attempt failed. */
export function SignInPage({ session, returned }: SignInPageProps): ReactNode {
  const { t } = useI18n();
  return (
    <section className="sign-in panel" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title" className="sign-in__title">
        {t("auth.title")}
      </h2>
      <p>{t("auth.purpose")}</p>
      {isFramed() && <p>{t("auth.framed")}</p>}
      <Ways session={session} returned={returned} />
      {isFramed() && <NewTab />}
    </section>
  );
}

function Ways({ session, returned }: SignInPageProps): ReactNode {
  const { t } = useI18n();
  const { accounts } = useMsal();
  const { state, problem, begin } = useAttempt(session.msal, returned);
  const leave = () => begin(() => signIn(session));
  if (problem) return <SignInMessage problem={problem} onAgain={leave} />;
  return (
    <>
      {accounts.map((account) => (
        <Continue key={account.homeAccountId} session={session} account={account} />
      ))}
      <button type="button" className="button button--primary" disabled={state === "begun"} onClick={leave}>
        {t("auth.signIn")}
      </button>
      <p role="status" className="second">
        {state === "none" ? "" : t(isFramed() ? "auth.goOnInWindow" : "auth.going")}
      </p>
    </>
  );
}

function Continue({ session, account }: { session: Session; account: AccountInfo }): ReactNode {
  const { t } = useI18n();
  return (
    <button type="button" className="button" onClick={() => switchTo(session, account)}>
      {t("auth.choose", { name: accountName(account) })}
    </button>
  );
}
