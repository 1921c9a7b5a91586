import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { COMPARISONS } from "#referrals/comparison.ts";
import { DATE_BASES, type DateBasis, dateFieldOf } from "#referrals/date-basis.ts";
import type { Selection } from "#selection/selection.ts";
import { Choice } from "#ui/choice.tsx";
import { absentFields, sourceKind } from "./source-limits.ts";

/** Names of the date bases; those missing in the source are marked. */
function useBasisOptions(data: AppConfig["data"]): { key: DateBasis; name: string }[] {
  const { t } = useI18n();
  const absent = new Set<string>(absentFields(data, DATE_BASES.map(dateFieldOf)));
  return DATE_BASES.map((key) => {
    const name = t(`basis.${key}`);
    return {
      key,
      name: absent.has(dateFieldOf(key)) ? t("source.notInFiles", { name, source: sourceKind(data) }) : name,
    };
  });
}

type DateChoicesProps = {
  data: AppConfig["data"];
  selection: Pick<Selection, "basis" | "compare">;
  onChange: (part: Partial<Pick<Selection, "basis" | "compare">>) => void;
};

/** Choice of the date basis and the comparison. */
export function DateChoices({ data, selection, onChange }: DateChoicesProps): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <Choice
        label={t("control.basis")}
        value={selection.basis}
        options={useBasisOptions(data)}
        onChange={(basis) => onChange({ basis })}
      />
      <Choice
        label={t("control.compare")}
        value={selection.compare}
        options={([...COMPARISONS, "none"] as const).map((key) => ({
          key,
          name: t(`control.compare.${key}`),
        }))}
        onChange={(compare) => onChange({ compare })}
      />
    </>
  );
}
