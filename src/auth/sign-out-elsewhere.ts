import type { Session } from "./session.ts";

const CHANNEL = "referrals-sign-out";

/** Tells the other tabs of this browser that an account has signed out; each of them holds tokens of its own. */
export function announceSignOut(homeAccountId: string): void {
  const channel = openChannel();
  channel?.postMessage(homeAccountId);
  channel?.close();
}

/** Drops account, tokens and figures here when another tab signs the same account out. */
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

/** Null where a browser refuses it to a framed page, as it does storage. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
