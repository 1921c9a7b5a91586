import type { Selection } from "./selection.ts";

// Kept in memory rather than in the address: a saved view or going back must not reveal anything to an audience.
let isKept = false;

/** Whether the page is anonymised. Once it is, it stays so whatever the address says. */
export function staysAnonymised({ audience }: Pick<Selection, "audience">): boolean {
  isKept ||= audience === "safe";
  return isKept;
}

/** For the portal that embeds the page. */
export function releaseAnonymised(): void {
  isKept = false;
}
