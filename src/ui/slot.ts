import { useLayoutEffect, useState } from "react";

/** Ids of the places in the head of the page: tools of the whole page, and who has signed in. */
export const TOOLS_SLOT = "tools";
export const ACCOUNT_SLOT = "account";

/** The place with this id; null before the head is drawn, which may be in the very render that asks. */
export function useSlot(id: string): HTMLElement | null {
  const [slot, setSlot] = useState(() => document.getElementById(id));
  useLayoutEffect(() => setSlot(document.getElementById(id)), [id]);
  return slot;
}
