import { type AccountInfo, EventType, type IPublicClientApplication } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { useCallback, useSyncExternalStore } from "react";

/**
 * The account in whose name the page asks, null while there is none. msal-react's own `useAccount` tells it one
 * picture late, which would show the sign-in page for a moment to somebody who is signed in.
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
