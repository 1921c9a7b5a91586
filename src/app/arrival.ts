import { useLayoutEffect } from "react";
import { useLocation } from "wouter";
import { HELP_PATH } from "#config/view-paths.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useTitle } from "#i18n/use-title.ts";
import { viewAt } from "#selection/view-address.ts";

let isFollowed = false;
let hadFocus = false;

/** To be called before a link or a control leads to another address; back and forward keep the place themselves. */
export function noteDeparture(to: string, isReplaced: boolean): void {
  const { pathname, hash } = new URL(to, location.href);
  isFollowed = !isReplaced && pathname !== location.pathname && hash === "";
  hadFocus = document.activeElement !== document.body;
}

/** Names the document after the view. A view that a link led to begins at its top, and has the focus if the link is gone. */
export function useArrival(): void {
  const { t } = useI18n();
  const [path] = useLocation();
  const view = viewAt(path);
  useTitle(view ? t(`view.${view}`) : path === HELP_PATH ? null : "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each path, whatever it is
  useLayoutEffect(() => {
    if (!isFollowed) return;
    isFollowed = false;
    scrollTo(0, 0);
    const main = document.getElementById("main");
    // In a frame as high as its content, the portal's page scrolls.
    main?.firstElementChild?.scrollIntoView({ block: "nearest" });
    if (hadFocus && document.activeElement === document.body) main?.focus({ preventScroll: true });
  }, [path]);
}
