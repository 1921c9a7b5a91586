import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { THEMES, type Theme } from "#selection/selection.ts";
import { useTheme } from "#selection/use-theme.ts";
import { Choice } from "#ui/choice.tsx";

const OPTIONS = ["system", ...THEMES] as const;

/** Light, dark, or as the system has it. */
export function ThemeChoice(): ReactNode {
  const { t } = useI18n();
  const { theme, choose } = useTheme();
  return (
    <Choice<Theme | "system">
      label={t("theme.label")}
      value={theme ?? "system"}
      options={OPTIONS.map((key) => ({ key, name: t(`theme.${key}`) }))}
      onChange={(chosen) => choose(chosen === "system" ? null : chosen)}
    />
  );
}
