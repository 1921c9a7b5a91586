import { type AccountInfo, EventType, type IPublicClientApplication } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { useCallback, useSyncExternalStore } from "react";

/**
 * The active account; null without one. msal-react's `useAccount` updates one render late, which would flash the
 * sign-in page at a signed-in user.
 */
export function useActiveAccount(): AccountInfo | null {
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
