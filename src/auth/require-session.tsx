import { type AccountInfo, EventType, type IPublicClientApplication } from "@azure/msal-browser";
import { MsalProvider, useMsal } from "@azure/msal-react";
import { type ReactNode, useCallback, useEffect, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { ACCOUNT_SLOT, useSlot } from "#ui/slot.ts";
import { AccountMenu } from "./account-menu.tsx";
import type { OpenedSession, Session } from "./session.ts";
import { SignInMessage } from "./sign-in-message.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import type { SignInProblem } from "./sign-in-problem.ts";
import { StepUpMessage } from "./step-up-message.tsx";

/** Whether the user has to sign in, now or again, or cannot. */
export type SignInState = "needed" | "done" | "failed";

export type RequireSessionProps = {
  opened: OpenedSession;
  onState?: ((state: SignInState) => void) | undefined;
  door?: ReactNode;
  children: () => ReactNode;
};

/** The sign-in page, or its children for a signed-in user. */
export function RequireSession({ opened, onState, door, children }: RequireSessionProps): ReactNode {
  const { kind } = opened;
  useEffect(() => {
    if (kind === "unusable") onState?.("failed");
  }, [kind, onState]);
  if (opened.kind === "unusable") {
    return (
      <>
        <SignInMessage problem={opened.problem} onAgain={() => location.reload()} />
        {door}
      </>
    );
  }
  return (
    <MsalProvider instance={opened.session.msal}>
      <Gate session={opened.session} problem={opened.problem} onState={onState} door={door}>
        {children}
      </Gate>
    </MsalProvider>
  );
}

type SignedInProps = Omit<RequireSessionProps, "opened"> & {
  session: Session;
  problem: SignInProblem | null;
};

function Gate({ session, problem, onState, door, children }: SignedInProps): ReactNode {
  const account = useActiveAccount();
  const { subscribe, pending } = session.reauthentication;
  const step = useSyncExternalStore(subscribe, pending);
  const state = account === null || step !== null ? "needed" : "done";
  useEffect(() => onState?.(state), [onState, state]);
  if (!account)
    return (
      <>
        <SignInPage session={session} returned={problem} />
        {door}
      </>
    );
  return (
    <>
      <InHead session={session} account={account} />
      <StepUpMessage session={session} />
      {/* Remounts everything for another account, so that no state of the previous one is left. */}
      <Keyed key={account.homeAccountId}>{children}</Keyed>
    </>
  );
}

/** The account menu alone; nothing without an account. */
export function AccountInHead({ session }: { session: Session }): ReactNode {
  return (
    <MsalProvider instance={session.msal}>
      <ActiveAccount session={session} />
    </MsalProvider>
  );
}

function ActiveAccount({ session }: { session: Session }): ReactNode {
  const account = useActiveAccount();
  return account && <InHead session={session} account={account} />;
}

function InHead(props: { session: Session; account: AccountInfo }): ReactNode {
  const slot = useSlot(ACCOUNT_SLOT);
  return slot && createPortal(<AccountMenu {...props} />, slot);
}

function Keyed({ children }: { children: () => ReactNode }): ReactNode {
  return children();
}

/**
 * The active account; null without one. msal-react's `useAccount` updates one render late, which would flash the
 * sign-in page at a signed-in user.
 */
function useActiveAccount(): AccountInfo | null {
  const { instance } = useMsal();
  const subscribe = useCallback((listener: () => void) => onAccounts(instance, listener), [instance]);
  const id = useSyncExternalStore(subscribe, () => instance.getActiveAccount()?.homeAccountId ?? null);
  return id === null ? null : instance.getAccount({ homeAccountId: id });
}

function onAccounts(msal: IPublicClientApplication, listener: () => void): () => void {
  const events = [EventType.ACTIVE_ACCOUNT_CHANGED, EventType.LOGIN_SUCCESS, EventType.LOGOUT_END];
  const id = msal.addEventCallback(listener, events);
  return () => {
    if (id !== null) msal.removeEventCallback(id);
  };
}
