import type { ReadingStatus } from "#config/reading-status.ts";
import type { Completeness } from "#cube/reconcile.ts";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { AboutLine, ExportAbout } from "#exports/export-table.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import { leastCertain } from "#queries/query-source.ts";
import { useReading } from "#queries/use-reading.ts";
import type { Defined } from "./explain.tsx";

export type AboutParts = {
  title: string;
  subtitle?: string | undefined;
  figures: readonly Defined[];
  source: QuerySource | null;
};

/** Notes for an export; `notes` are those of the panel. */
export type AboutOf = (notes: readonly string[]) => ExportAbout;

/** Whether referrals are known to be missing or counted in excess. */
export function isIncomplete(source: QuerySource | null): boolean {
  const kind = leastCertain(source?.completeness ?? [])?.kind;
  return kind === "incomplete" || kind === "exceeded";
}

/**
 * Everything needed to understand exported figures: selection, time of the data, completeness, address, definitions.
 */
export function useExportAbout({ title, subtitle, figures, source }: AboutParts): AboutOf {
  const i18n = useI18n();
  const { t } = i18n;
  const sentences = useSelectionSentences();
  const { config, viewData } = useView();
  const { data } = config;
  const { dataTime } = viewData;
  const said = (name: string, text: string | undefined): AboutLine[] => (text ? [{ name, text }] : []);
  const reading = useReading(data.kind === "referrals-api");
  const from = () => {
    if (data.kind === "sample") return t("trust.sample");
    if (data.kind === "referrals-api") return readingSource(reading, data.isSample, i18n);
    return data.kind === "file" ? t("trust.file", { name: data.name }) : t("export.about.service");
  };
  return (notes) => ({
    title: t("export.about"),
    lines: [
      ...said(t("export.about.title"), title),
      ...said(t("export.about.subtitle"), subtitle),
      ...sentences.flatMap((sentence) => said(t("export.about.selection"), sentence)),
      ...said(t("export.about.data"), from()),
      ...said(t("export.about.time"), new Date(dataTime).toISOString()),
      ...said(
        t("export.about.completeness"),
        reading?.isWhole === false
          ? t("reading.partlyRead", { count: reading.referrals })
          : completenessText(leastCertain(source?.completeness ?? []), i18n),
      ),
      ...said(t("export.about.address"), location.href),
      ...[...notes, t("export.about.starts")].flatMap((note) => said(t("export.about.note"), note)),
      ...figures.map((name) => ({ name: t(`defined.${name}`), text: t(`define.${name}`) })),
    ],
  });
}

function readingSource(reading: ReadingStatus | null, isSample: boolean, { t, formats }: I18n): string {
  const at = reading?.readAt ?? null;
  const name = t("source.format.referrals-api");
  const read = at === null ? name : `${name}, ${t("reading.readAt", { time: formats.dateTime(at) })}`;
  return isSample ? `${read}. ${t("trust.sample")}` : read;
}

export function completenessText(completeness: Completeness | null, { t, formats }: I18n): string {
  if (completeness?.kind === "complete") return t("trust.complete");
  if (completeness === null || completeness.kind === "unknown") return t("trust.unknown");
  const values = { counted: formats.count(completeness.counted), total: formats.count(completeness.total) };
  return t(completeness.kind === "incomplete" ? "trust.incomplete" : "trust.moved", values);
}
