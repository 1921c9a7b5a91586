import { useEffect } from "react";
import { useLocation } from "wouter";
import { useSearch } from "wouter/use-browser-location";
import { staysAnonymised } from "./kept-anonymised.ts";
import { printSelection } from "./selection.ts";
import { useSelection } from "./use-selection.ts";

/** Whether the page is anonymised; restores the key in an address that lost it. */
export function useAnonymised(): boolean {
  const { selection } = useSelection();
  const search = useSearch();
  const [path, navigate] = useLocation();
  const isAnonymised = staysAnonymised(selection);
  const isLost = isAnonymised && selection.audience === null;
  useEffect(() => {
    if (isLost)
      navigate(path + printSelection({ ...selection, audience: "safe" }, search), {
        replace: true,
        state: history.state,
      });
  }, [isLost, selection, search, path, navigate]);
  return isAnonymised;
}
