import type { ReactNode } from "react";
import type { SourceFacts } from "#config/source-facts.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { DateField } from "#partner-center/fields.ts";
import { useReading } from "#queries/use-reading.ts";
import { sourceFactsOf } from "../context/source-limits.ts";
import { useView } from "../context/view-context.tsx";

export type KnownHistory = Partial<Pick<SourceFacts, "history" | "imprecise">>;

/** How many of these dates are only known to lie between two imports; empty for none. */
export function impreciseSentences(
  { imprecise = {} }: KnownHistory,
  fields: readonly DateField[],
  { t, formats }: I18n,
): string[] {
  const found = fields.flatMap((field) => {
    const count = imprecise[field] ?? 0;
    return count > 0 ? [{ field, count }] : [];
  });
  if (found.length === 0) return [];
  const names = found.map(({ field, count }) =>
    t("source.impreciseField", { field: t(`field.${field}`), count: formats.count(count) }),
  );
  const count = found.reduce((sum, one) => sum + one.count, 0);
  return [t("source.imprecise", { count, fields: formats.list(names) })];
}

/** A note above figures that use these dates. */
export function ImpreciseNote({ fields }: { fields: readonly DateField[] }): ReactNode {
  const i18n = useI18n();
  const { data } = useView().config;
  const reading = useReading(data.kind === "referrals-api");
  const sentences = impreciseSentences(sourceFactsOf(data) ?? reading ?? {}, fields, i18n);
  return sentences.map((sentence) => (
    <p key={sentence} className="second">
      {sentence}
    </p>
  ));
}
