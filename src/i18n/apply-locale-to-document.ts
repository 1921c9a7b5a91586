import type { I18n } from "./i18n.tsx";
import { textDirectionOf } from "./languages.ts";

/** Tells the document in which language, and from which side, it is to be read; null for the language's own side. */
export function applyLocaleToDocument({ locale, t }: I18n, direction: "ltr" | "rtl" | null): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = direction ?? textDirectionOf(locale);
  document.title = t("app.name");
}
