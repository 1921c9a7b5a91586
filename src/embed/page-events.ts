import { VIEW_PATHS } from "#config/view-paths.ts";
import type { PageMessage } from "./protocol.ts";

/** What the rest of the page has to say to a host. */
export type PageEvent = Extract<PageMessage, { kind: "signInNeeded" | "signedIn" | "failed" }>;

/** A host that listens. */
export type Listener = {
  tell: (event: PageEvent) => void;
  /** Whether it opens this list of referrals itself. */
  takesRecords: (address: string) => boolean;
};

let listener: Listener | null = null;
let before: PageEvent | null = null;

/** Tells the host, where there is one; the last event before it listened is told to it then. */
export function notifyHost(event: PageEvent): void {
  before = event;
  listener?.tell(event);
}

/** Whether this is the address of the referrals behind a figure, and the host opens them itself. */
export function hostTakesRecords(address: string): boolean {
  const [path = "", search = ""] = address.split("?", 2);
  if (path !== VIEW_PATHS.referrals || path === location.pathname) return false;
  return new URLSearchParams(search).has("only") && (listener?.takesRecords(address) ?? false);
}

/** From now on this one listens; the last event is what it has missed. */
export function listenToPage(next: Listener): PageEvent | null {
  listener = next;
  return before;
}
