import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { readStored } from "#lib/stored.ts";
import { GROUPED } from "#queries/query-cache.ts";
import { staysAnonymised } from "#selection/kept-anonymised.ts";
import { readSelection } from "#selection/selection.ts";
import { pictureToken } from "./forget-pictures.ts";
import { documentLook, isPictured, keepPicture, sourceOfPictures } from "./picture.ts";
import { isDrawn } from "./replace-picture.ts";
import { takePicture } from "./take-picture.ts";

/** Nothing waits for it, and everything that follows the figures comes first (ms). */
const EVERY_MS = 1000;

/**
 * Keeps a picture of the page on this device for the next visit: once it is drawn and nothing is fetched any more, and
 * as it is when it is left.
 */
export function usePictures(config: AppConfig): void {
  const account = useReader();
  const queryClient = useQueryClient();
  const { t, formats } = useI18n();
  useEffect(() => {
    const take = () => {
      const at = oldestFigures(queryClient);
      const says = () => t("picture.time", { time: formats.dateTime(at ?? 0) });
      if (at !== null && isWhole(queryClient)) void keep(account, sourceOfPictures(config), at, says());
    };
    const timer = setInterval(() => {
      if (!isWhole(queryClient)) return;
      clearInterval(timer);
      requestIdle(take);
    }, EVERY_MS);
    const whenHidden = () => document.visibilityState === "hidden" && take();
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", whenHidden);
    };
  }, [account, config, queryClient, t, formats]);
}

function requestIdle(then: () => void): void {
  if (typeof requestIdleCallback === "undefined") setTimeout(then);
  else requestIdleCallback(then);
}

/** Whether the page shows the figures of its address, all of them, and nobody must see them only in part. */
function isWhole(queryClient: QueryClient): boolean {
  const { selection } = readSelection(location.search);
  return (
    isPictured(location.pathname) &&
    !staysAnonymised(selection) &&
    queryClient.isFetching() === 0 &&
    isDrawn(document) &&
    document.querySelector(".is-old, .message--error, [popover]:popover-open, dialog[open], #picture") ===
      null
  );
}

/** When the oldest of the figures on screen was fetched (ms since 1970 UTC); null without any. */
function oldestFigures(queryClient: QueryClient): number | null {
  const shown = queryClient.getQueryCache().findAll({ queryKey: [GROUPED], type: "active" });
  const times = shown.flatMap(({ state }) => (state.dataUpdatedAt > 0 ? [state.dataUpdatedAt] : []));
  return times.length === 0 ? null : Math.min(...times);
}

async function keep(account: string, source: string, at: number, says: string): Promise<void> {
  const page = document.getElementById("root");
  const tree = page && takePicture(page);
  const token = tree && pictureToken();
  const build = document.querySelector<HTMLScriptElement>("script[type=module]")?.src;
  if (!token || build === undefined) return;
  const languages = JSON.stringify([readStored("lang"), ...navigator.languages]);
  const look = { languages, theme: document.documentElement.dataset.theme ?? "", width: innerWidth };
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const styles = [...links].map(({ href }) => href);
  const picture = {
    token,
    source,
    build,
    ...look,
    styles,
    at,
    says,
    tree: JSON.stringify(tree),
    document: documentLook(),
  };
  // Without room for it the next visit begins like the first.
  await keepPicture(account, location.pathname + location.search, picture).catch(() => undefined);
}
