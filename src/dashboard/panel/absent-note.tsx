import type { ReactNode } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { type Field, isDateField } from "#partner-center/fields.ts";

/** Says that the files do not tell what a figure needs, and how to get it. */
export function AbsentNote({ fields }: { fields: readonly Field[] }): ReactNode {
  return <p className="message">{absentSentence(fields, useI18n())}</p>;
}

/** What the files do not tell, and the way to it. */
export function absentSentence(fields: readonly Field[], { t, formats }: I18n): string {
  const names = formats.list(fields.map((field) => t(`field.${field}`)));
  return `${t("source.absent", { fields: names })} ${wayOutOf(fields, t)}`;
}

/** Dates of later changes come with further imports or the API; anything else with a file that has it. */
export function wayOutOf(fields: readonly Field[], t: I18n["t"]): string {
  const isOfChanges = fields.every((field) => isDateField(field) && field !== "createdDate");
  return t(isOfChanges ? "source.wayOut" : "source.addFile");
}
