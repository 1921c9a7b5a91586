import { useLayoutEffect, useState } from "react";

/** Ids of portal targets in the header: page tools, and the account. */
export const TOOLS_SLOT = "tools";
export const ACCOUNT_SLOT = "account";

/** The portal target with this id; null before the header is rendered, possibly in the same render. */
export function useSlot(id: string): HTMLElement | null {
  const [slot, setSlot] = useState(() => document.getElementById(id));
  useLayoutEffect(() => setSlot(document.getElementById(id)), [id]);
  return slot;
}
