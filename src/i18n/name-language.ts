import type { I18n } from "./i18n.tsx";
import { directionOf } from "./languages.ts";

/** Tells the document in which language, and from which side, it is to be read. */
export function nameLanguage({ locale, words }: I18n): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  document.title = words("app.name");
}
