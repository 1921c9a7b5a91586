import { createContext, type ReactNode, useContext } from "react";
import { createFormats, type Formats } from "./formats.ts";
import { MESSAGES_EN } from "./messages-en.ts";
import { createWords, type Words } from "./words.ts";

export type I18n = { locale: string; words: Words; formats: Formats };

const I18nContext = createContext<I18n | null>(null);

/** Words and formats for a reader, from the browser's languages; English words until more catalogues are there. */
export function createI18n(languages: readonly string[]): I18n {
  const locale = languages.find((language) => /^en\b/i.test(language)) ?? "en";
  return { locale, words: createWords(MESSAGES_EN, locale), formats: createFormats(locale) };
}

export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }): ReactNode {
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("useI18n needs an I18nProvider above it.");
  return i18n;
}
