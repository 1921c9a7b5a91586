import type { I18n } from "./i18n.tsx";
import { textDirectionOf } from "./languages.ts";

/** Sets language and direction of the document; null for the language's own direction. */
export function applyLocaleToDocument({ locale }: I18n, direction: "ltr" | "rtl" | null): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = direction ?? textDirectionOf(locale);
}
