import type { Session } from "./session.ts";

const CHANNEL = "referrals-sign-out";

/** Notifies other tabs, each of which has its own tokens, that an account has signed out. */
export function announceSignOut(homeAccountId: string): void {
  const channel = openChannel();
  channel?.postMessage(homeAccountId);
  channel?.close();
}

/** Drops account, tokens and figures when another tab signs the same account out. */
export function listenForSignOut({ msal, forget, reauthentication }: Session): void {
  const channel = openChannel();
  if (!channel) return;
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

/** Null where it is blocked in framed pages, like storage. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
