import type { Session } from "./session.ts";

const CHANNEL = "referrals-sign-out";

/** Tells the other tabs of this browser that an account has signed out; each of them holds tokens of its own. */
export function announceSignOut(homeAccountId: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(homeAccountId);
  channel.close();
}

/** Drops account, tokens and figures here when another tab signs the same account out. */
export function listenForSignOut({ msal, forget, reauthentication }: Session): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = async ({ data }: MessageEvent<unknown>) => {
    const account = msal.getAllAccounts().find(({ homeAccountId }) => homeAccountId === data);
    if (!account) return;
    const wasActive = msal.getActiveAccount()?.homeAccountId === account.homeAccountId;
    await msal.clearCache({ account });
    if (!wasActive) return;
    msal.setActiveAccount(null);
    reauthentication.settle(null);
    forget();
  };
}
