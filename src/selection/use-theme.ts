import { useEffect } from "react";
import { THEMES, type Theme } from "./selection.ts";
import { createStoredChoice, useStoredChoice } from "./stored-choice.ts";
import { useSelection } from "./use-selection.ts";

const stored = createStoredChoice("theme", THEMES);

export type ThemeState = {
  /** Null follows the system. */
  theme: Theme | null;
  choose: (theme: Theme | null) => void;
};

/** The theme: from the address, else stored in this browser, else the system's. Applies it to the document. */
export function useTheme(): ThemeState {
  const { selection, change } = useSelection();
  const [kept, keep] = useStoredChoice(stored);
  const theme = selection.theme ?? kept;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
  }, [theme]);
  return {
    theme,
    choose: (chosen) => {
      keep(chosen);
      // The address would override the choice.
      if (selection.theme) change({ theme: null });
    },
  };
}
