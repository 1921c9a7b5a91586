import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { DATE_BASES, type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import { absentFields } from "./source-limits.ts";

/** The dates that a period may run over, by name; those that no file has are marked. */
export function useBasisOptions(data: AppConfig["data"]): { key: DateBasis; name: string }[] {
  const { t } = useI18n();
  const absent = new Set<string>(absentFields(data, DATE_BASES.map(dateFieldOf)));
  return DATE_BASES.map((key) => {
    const name = t(`basis.${key}`);
    return { key, name: absent.has(dateFieldOf(key)) ? t("source.notInFiles", { name }) : name };
  });
}
