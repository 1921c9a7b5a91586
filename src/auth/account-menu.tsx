import type { AccountInfo } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { accountName, signInAsAnother, signOut, switchTo, tenantName } from "./account-actions.ts";
import type { Session } from "./session.ts";
import { SignInMessage } from "./sign-in-message.tsx";
import { useAttempt } from "./use-attempt.ts";

export type AccountMenuProps = { session: Session; account: AccountInfo };

/** Shows account and tenant; its menu switches accounts and signs out. */
export function AccountMenu({ session, account }: AccountMenuProps): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("auth.account")}
      value={`${accountName(account)} · ${tenantName(account)}`}
      content={(close) => <Content session={session} account={account} close={close} />}
    />
  );
}

function Content({ session, account, close }: AccountMenuProps & { close: () => void }): ReactNode {
  const { t } = useI18n();
  const { accounts } = useMsal();
  const { problem, begin } = useAttempt(session.msal);
  function goOnAs(other: AccountInfo): void {
    close();
    switchTo(session, other);
  }
  const others = accounts.filter(({ homeAccountId }) => homeAccountId !== account.homeAccountId);
  return (
    <div className="account__content">
      <p>
        <strong>{accountName(account)}</strong>
      </p>
      <p className="second account__text">{account.username}</p>
      <p className="second account__text">{t("auth.tenant", { tenant: account.tenantId })}</p>
      {others.map((other) => (
        <button key={other.homeAccountId} type="button" className="button" onClick={() => goOnAs(other)}>
          {t("auth.switchTo", { name: accountName(other) })}
        </button>
      ))}
      <button type="button" className="button" onClick={() => begin(() => signInAsAnother(session))}>
        {t("auth.switch")}
      </button>
      <button type="button" className="button" onClick={() => begin(() => signOut(session, account))}>
        {t("auth.signOut")}
      </button>
      {problem && <SignInMessage problem={problem} />}
    </div>
  );
}
