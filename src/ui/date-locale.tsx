import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useI18n } from "#i18n/i18n.tsx";

/** Traditional Chinese as the library knows it; by any other tag it would answer in the simplified one. */
const TRADITIONAL_CHINESE = "zh-TW";

type Policies = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => unknown;
};

// The library empties what it has announced by an empty HTML text: the only one that may pass anywhere in the page.
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });

// It would write a style of its own into the page, which the policy refuses, unless one of this name is there:
// day-field.css has the rule.
const style = document.createElement("meta");
style.id = "react-aria-pressable-style";
document.head.append(style);

/** Days below it read as the rest of the page does. */
export function DateLocale({ children }: { children: ReactNode }): ReactNode {
  const { locale } = useI18n();
  return (
    <I18nProvider locale={locale.startsWith("zh") ? TRADITIONAL_CHINESE : locale}>{children}</I18nProvider>
  );
}
