import { createContext, type ReactNode, useContext } from "react";
import { CATALOGUES } from "./catalogues.ts";
import { SHELL_EN } from "./en/shell.ts";
import { createFormats, type Formats } from "./formats.ts";
import { chooseLanguage } from "./languages.ts";
import type { Messages } from "./messages.ts";
import { createWords, type Words } from "./words.ts";

export type I18n = {
  locale: string;
  words: Words;
  formats: Formats;
  /** Fetches the words of the page's frame, which are needed before anything is said. English ones stand in. */
  loadShell: () => Promise<void>;
  /** Fetches the words of the views, which come with the first of them; the same promise each time. */
  loadViews: () => Promise<void>;
};

const I18nContext = createContext<I18n | null>(null);

/** Words and formats for a reader, from language tags in the order of preference. */
export function createI18n(languages: readonly string[]): I18n {
  const { catalogue, locale } = chooseLanguage(languages);
  let messages: Messages = SHELL_EN;
  const adding = (part: "shell" | "views") => {
    let added: Promise<void> | null = null;
    // English words are better than none.
    const load = async () => {
      const more = await CATALOGUES[catalogue][part]().catch(() => CATALOGUES.en[part]());
      messages = { ...messages, ...more };
    };
    return () => {
      added ??= load();
      return added;
    };
  };
  return {
    locale,
    words: createWords(() => messages, locale),
    formats: createFormats(locale),
    loadShell: adding("shell"),
    loadViews: adding("views"),
  };
}

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }): ReactNode {
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("useI18n needs an I18nProvider above it.");
  return i18n;
}
