import { type ReactNode, startTransition, useEffect, useState } from "react";
import { createI18n, type I18n, I18nProvider } from "#i18n/i18n.tsx";
import { directionOf } from "#i18n/languages.ts";
import { readSelection } from "#selection/selection.ts";
import { useLanguage, wantedLanguages } from "#views/tools/use-language.ts";

export type SpokenProps = { first: I18n; children: ReactNode };

/** The page in the reader's language; another one is spoken once all its words are here. */
export function Spoken({ first, children }: SpokenProps): ReactNode {
  const { asked, kept } = useLanguage();
  const [i18n, setI18n] = useState(first);
  useEffect(() => {
    const next = createI18n(wantedLanguages(asked, kept));
    if (next.locale === i18n.locale) return;
    let isWanted = true;
    void Promise.all([next.loadShell(), next.loadViews()]).then(() => {
      if (isWanted) startTransition(() => setI18n(next));
    });
    return () => {
      isWanted = false;
    };
  }, [asked, kept, i18n]);
  useEffect(() => nameLanguage(i18n), [i18n]);
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>;
}

/** Tells the document in which language, and from which side, it is to be read. */
export function nameLanguage({ locale, words }: I18n): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = readSelection(location.search).selection.dir ?? directionOf(locale);
  document.title = words("app.name");
}
