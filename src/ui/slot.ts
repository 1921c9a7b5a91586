import { useLayoutEffect, useState } from "react";

/** Ids of portal targets in the header: page tools, and the account. */
export const TOOLS_SLOT = "tools";
export const ACCOUNT_SLOT = "account";

/**
 * Id of the element with the picture of the last visit, and its mark on the whole document: "expected" while it is
 * read, empty while it is shown.
 */
export const PICTURE = "picture";

/** Whether that picture stands in front of the page. */
export function isPictureShown(): boolean {
  return document.getElementById(PICTURE) !== null;
}

/** Whether it does so, or may in a moment: it is still being read. */
export function isPictureLikely(): boolean {
  return PICTURE in document.documentElement.dataset;
}

/** The portal target with this id; null before the header is rendered, possibly in the same render. */
export function useSlot(id: string): HTMLElement | null {
  const [slot, setSlot] = useState(() => document.getElementById(id));
  useLayoutEffect(() => setSlot(document.getElementById(id)), [id]);
  return slot;
}
