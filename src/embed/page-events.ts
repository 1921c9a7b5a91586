import { VIEW_PATHS } from "#config/view-paths.ts";
import { inSite } from "#lib/base-path.ts";
import type { PageMessage } from "./protocol.ts";

/** Events of the page for the host. */
export type PageEvent = Extract<PageMessage, { kind: "signInNeeded" | "signedIn" | "failed" }>;

/** A connected host. */
export type Listener = {
  tell: (event: PageEvent) => void;
  /** Whether the host opens this list of referrals itself. */
  takesRecords: (address: string) => boolean;
};

let listener: Listener | null = null;
let before: PageEvent | null = null;

/** Notifies the host; before one listens, the last event is kept for it. */
export function notifyHost(event: PageEvent): void {
  before = event;
  listener?.tell(event);
}

/** Whether this address is a list of referrals that the host opens itself. */
export function hostTakesRecords(address: string): boolean {
  const [path = "", search = ""] = address.split("?", 2);
  if (path !== inSite(VIEW_PATHS.referrals) || path === location.pathname) return false;
  return new URLSearchParams(search).has("only") && (listener?.takesRecords(address) ?? false);
}

/** Sets the listener and returns the last event that it missed. */
export function listenToPage(next: Listener): PageEvent | null {
  listener = next;
  return before;
}
