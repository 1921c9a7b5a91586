import type { Selection } from "./selection.ts";

// Of the page, not of the address: a saved view or a step back must not show an audience what is not meant for it.
let isKept = false;

/** Whether the page is anonymised; once it is, it stays so, whatever the address says later. */
export function staysAnonymised({ audience }: Pick<Selection, "audience">): boolean {
  isKept ||= audience === "safe";
  return isKept;
}

/** The page around this one takes it back. */
export function releaseAnonymised(): void {
  isKept = false;
}
