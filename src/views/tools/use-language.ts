import { LANGUAGES, type Language } from "#i18n/languages.ts";
import { readSelection } from "#selection/selection.ts";
import { createStoredChoice, useStoredChoice } from "#selection/stored-choice.ts";
import { useSelection } from "#selection/use-selection.ts";

const stored = createStoredChoice("lang", LANGUAGES);

export type LanguageState = {
  /** Of the address; any tag. */
  asked: string | null;
  /** As this browser keeps it; null follows the browser's own languages. */
  kept: Language | null;
  choose: (language: Language | null) => void;
};

/** The language of the page: of the address, else as this browser keeps it, else the browser's own. */
export function useLanguage(): LanguageState {
  const { selection, change } = useSelection();
  const [kept, keep] = useStoredChoice(stored);
  return {
    asked: selection.lang,
    kept,
    choose: (language) => {
      keep(language);
      // What the address says would stand against the choice.
      if (selection.lang) change({ lang: null });
    },
  };
}

/** Language tags of this reader, the most wanted first. */
export function wantedLanguages(asked: string | null, kept: Language | null): string[] {
  return [asked, kept, ...navigator.languages].filter((tag) => tag !== null);
}

/** The same before anything is drawn. */
export function firstLanguages(): string[] {
  return wantedLanguages(readSelection(location.search).selection.lang, stored.get());
}
