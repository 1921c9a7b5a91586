import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { catalogueOf, LANGUAGES, type Language, languageName } from "#i18n/languages.ts";
import { Choice } from "#ui/choice.tsx";
import { useLanguage } from "./use-language.ts";

/** The languages by their own names, or as the browser has it. */
export function LanguageChoice(): ReactNode {
  const { t } = useI18n();
  const { asked, kept, choose } = useLanguage();
  const wanted = asked ? catalogueOf(asked) : kept;
  return (
    <Choice<Language | "browser">
      label={t("language.label")}
      value={LANGUAGES.find((language) => language === wanted) ?? "browser"}
      options={[
        { key: "browser", name: t("language.browser") },
        ...LANGUAGES.map((key) => ({ key, name: languageName(key), lang: key })),
      ]}
      onChange={(chosen) => choose(chosen === "browser" ? null : chosen)}
    />
  );
}
