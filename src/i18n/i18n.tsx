import { createContext, type ReactNode, useContext } from "react";
import { SHELL_EN } from "./en/shell.ts";
import { createFormats, type Formats } from "./formats.ts";
import type { Messages } from "./messages.ts";
import { createWords, type Words } from "./words.ts";

export type I18n = {
  locale: string;
  words: Words;
  formats: Formats;
  /** Fetches the words of the views, which come with the first of them; the same promise each time. */
  loadViews: () => Promise<void>;
};

const I18nContext = createContext<I18n | null>(null);

/** Words and formats for a reader, from the browser's languages; English words until more catalogues are there. */
export function createI18n(languages: readonly string[]): I18n {
  const locale = languages.find((language) => /^en\b/i.test(language)) ?? "en";
  let messages: Messages = SHELL_EN;
  let views: Promise<void> | null = null;
  const load = async () => {
    messages = { ...messages, ...(await import("./en/views.ts")).VIEWS_EN };
  };
  return {
    locale,
    words: createWords(() => messages, locale),
    formats: createFormats(locale),
    loadViews: () => {
      views ??= load();
      return views;
    },
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
