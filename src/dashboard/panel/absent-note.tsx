import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Field } from "#partner-center/fields.ts";

/** Says that the files do not tell what a figure needs, and how to get it. */
export function AbsentNote({ fields }: { fields: readonly Field[] }): ReactNode {
  const { t, formats } = useI18n();
  const names = formats.list(fields.map((field) => t(`field.${field}`)));
  return (
    <p className="message">
      {t("source.absent", { fields: names })} {t("source.wayOut")}
    </p>
  );
}
