import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useI18n } from "#i18n/i18n.tsx";

/** React Aria has no zh-Hant; other Chinese tags would give simplified texts. */
const TRADITIONAL_CHINESE = "zh-TW";

type Policies = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => unknown;
};

// React Aria clears its live announcer by `innerHTML = ""`: this policy allows the empty string only.
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });

// React Aria would inject a style element, which the policy blocks, unless an element with this id exists;
// day-field.css has the rule.
const style = document.createElement("meta");
style.id = "react-aria-pressable-style";
document.head.append(style);

/** The locale for date components below it. */
export function DateLocale({ children }: { children: ReactNode }): ReactNode {
  const { locale } = useI18n();
  return (
    <I18nProvider locale={locale.startsWith("zh") ? TRADITIONAL_CHINESE : locale}>{children}</I18nProvider>
  );
}
