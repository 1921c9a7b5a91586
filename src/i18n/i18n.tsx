import { createContext, type ReactNode, useContext, useState } from "react";
import { loadOnce } from "#lib/load-once.ts";
import { CATALOGUES, type MessagePart } from "./catalogues.ts";
import { SHELL_EN } from "./en/shell.ts";
import { createFormats, type Formats } from "./formats.ts";
import { chooseLanguage } from "./languages.ts";
import type { Messages } from "./messages.ts";
import { createTranslate, type Translate, type TranslateRich } from "./translate.ts";

export type I18n = {
  locale: string;
  t: Translate;
  tRich: TranslateRich;
  formats: Formats;
  /** Loads the texts of the page frame; until then English is used. */
  loadShell: () => Promise<void>;
  /** Loads the texts of the views; memoised. */
  loadViews: () => Promise<void>;
  /** Loads the texts for opening files; memoised. */
  loadFiles: () => Promise<void>;
  /** Loads the texts of the daily routine; memoised. */
  loadRoutine: () => Promise<void>;
  /** Loads the texts of deals; memoised. */
  loadDeals: () => Promise<void>;
};

/** `setLocale` takes a language whose texts are loaded. */
export type LocaleState = { i18n: I18n; setLocale: (i18n: I18n) => void };

const LocaleContext = createContext<LocaleState | null>(null);

/** Texts and formats for language tags in order of preference. */
export function createI18n(languages: readonly string[]): I18n {
  const { catalogue, locale } = chooseLanguage(languages);
  let messages: Messages = SHELL_EN;
  const adding = (part: MessagePart) => {
    // Falls back to English.
    return loadOnce(async () => {
      const more = await CATALOGUES[catalogue][part]().catch(() => CATALOGUES.en[part]());
      messages = { ...messages, ...more };
    });
  };
  return {
    locale,
    ...createTranslate(() => messages, locale),
    formats: createFormats(locale),
    loadShell: adding("shell"),
    loadViews: adding("views"),
    loadFiles: adding("files"),
    loadRoutine: adding("routine"),
    loadDeals: adding("deals"),
  };
}

export function I18nProvider({ first, children }: { first: I18n; children: ReactNode }): ReactNode {
  const [i18n, setLocale] = useState(first);
  return <LocaleContext value={{ i18n, setLocale }}>{children}</LocaleContext>;
}

export function useLocale(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error("useLocale needs an I18nProvider above it.");
  return state;
}

export function useI18n(): I18n {
  return useLocale().i18n;
}
