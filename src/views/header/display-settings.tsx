import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

/** How the page looks and speaks to this reader, whatever it shows. */
export function DisplaySettings(): ReactNode {
  const { t } = useI18n();
  return (
    <PopoverButton
      label={t("display.title")}
      value={t("display.title")}
      sign="◐"
      content={() => (
        <div className="tools__content">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      )}
    />
  );
}
