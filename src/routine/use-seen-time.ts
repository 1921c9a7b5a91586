import { sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";

/**
 * Until when what is shown may have happened (ms UTC). Changes between two imports of files get dates of their own, which
 * may be later than the newest date in the files, and so than the time of the data.
 */
export function useSeenTime(): number {
  const { config, viewData } = useView();
  return Math.max(viewData.dataTime, sourceFactsOf(config.data)?.history?.last ?? 0);
}
