import { useEffect } from "react";
import { useLocation } from "wouter";
import { useSearch } from "wouter/use-browser-location";
import { isForAudience } from "./kept-audience.ts";
import { printSelection } from "./selection.ts";
import { useSelection } from "./use-selection.ts";

/** Whether the page is shown to an audience; an address that has lost this gets it back. */
export function useAudience(): boolean {
  const { selection } = useSelection();
  const search = useSearch();
  const [path, navigate] = useLocation();
  const isAudience = isForAudience(selection);
  const isLost = isAudience && selection.audience === null;
  useEffect(() => {
    if (isLost)
      navigate(path + printSelection({ ...selection, audience: "safe" }, search), {
        replace: true,
        state: history.state,
      });
  }, [isLost, selection, search, path, navigate]);
  return isAudience;
}
