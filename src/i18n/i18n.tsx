import { createContext, type ReactNode, useContext, useState } from "react";
import { CATALOGUES } from "./catalogues.ts";
import { SHELL_EN } from "./en/shell.ts";
import { createFormats, type Formats } from "./formats.ts";
import { chooseLanguage } from "./languages.ts";
import type { Messages } from "./messages.ts";
import { createWords, type Pieces, type Words } from "./words.ts";

export type I18n = {
  locale: string;
  words: Words;
  pieces: Pieces;
  formats: Formats;
  /** Fetches the words of the page's frame, which are needed before anything is said. English ones stand in. */
  loadShell: () => Promise<void>;
  /** Fetches the words of the views, which come with the first of them; the same promise each time. */
  loadViews: () => Promise<void>;
};

/** `speak` goes on in another language, all words of which are here. */
export type Spoken = { i18n: I18n; speak: (i18n: I18n) => void };

const SpokenContext = createContext<Spoken | null>(null);

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
    ...createWords(() => messages, locale),
    formats: createFormats(locale),
    loadShell: adding("shell"),
    loadViews: adding("views"),
  };
}

export function I18nProvider({ first, children }: { first: I18n; children: ReactNode }): ReactNode {
  const [i18n, speak] = useState(first);
  return <SpokenContext value={{ i18n, speak }}>{children}</SpokenContext>;
}

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("useSpoken needs an I18nProvider above it.");
  return spoken;
}

export function useI18n(): I18n {
  return useSpoken().i18n;
}
