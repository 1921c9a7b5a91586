import { startTransition, useEffect } from "react";
import { applyLocaleToDocument } from "#i18n/apply-locale-to-document.ts";
import { createI18n, useLocale } from "#i18n/i18n.tsx";
import { LANGUAGES, type Language, wantedLanguages } from "#i18n/languages.ts";
import { createStoredChoice, useStoredChoice } from "#selection/stored-choice.ts";
import { useSelection } from "#selection/use-selection.ts";

const stored = createStoredChoice("lang", LANGUAGES);

export type LanguageState = {
  /** From the address; any tag. */
  asked: string | null;
  /** Stored in this browser; null follows the browser's languages. */
  kept: Language | null;
  choose: (language: Language | null) => void;
};

/** The language of the page: from the address, else stored, else the browser's. */
export function useLanguage(): LanguageState {
  const { selection, change } = useSelection();
  const [kept, keep] = useStoredChoice(stored);
  return {
    asked: selection.lang,
    kept,
    choose: (language) => {
      keep(language);
      // The address would override the choice.
      if (selection.lang) change({ lang: null });
    },
  };
}

/** Switches the language as soon as its texts are loaded. */
export function useWantedLanguage(): void {
  const { asked, kept } = useLanguage();
  const { dir } = useSelection().selection;
  const { i18n, setLocale } = useLocale();
  useEffect(() => {
    const next = createI18n(wantedLanguages(asked, kept));
    if (next.locale === i18n.locale) return;
    let isWanted = true;
    void Promise.all([next.loadShell(), next.loadViews()]).then(() => {
      if (isWanted) startTransition(() => setLocale(next));
    });
    return () => {
      isWanted = false;
    };
  }, [asked, kept, i18n, setLocale]);
  useEffect(() => applyLocaleToDocument(i18n, dir), [i18n, dir]);
}
