import type { Completeness } from "#cube/reconcile.ts";
import { useSelectionWords } from "#dashboard/context/selection-words.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import type { AboutLine, ExportAbout } from "#exports/export-table.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { leastCertain } from "#queries/completeness.ts";
import type { Defined } from "./explain.tsx";
import type { QuerySource } from "./query-panel.tsx";

export type AboutParts = {
  title: string;
  subtitle?: string | undefined;
  figures: readonly Defined[];
  source: QuerySource | null;
};

/** What is said about figures that are taken away; `notes` are what stands below them. */
export type AboutOf = (notes: readonly string[]) => ExportAbout;

/** Whether it is known that something misses, or too much was counted. */
export function isIncomplete(source: QuerySource | null): boolean {
  const kind = leastCertain(source?.completeness ?? [])?.kind;
  return kind === "incomplete" || kind === "exceeded";
}

/** All that makes figures understood elsewhere: selection, time of the data, completeness, address, definitions. */
export function useExportAbout({ title, subtitle, figures, source }: AboutParts): AboutOf {
  const i18n = useI18n();
  const { words } = i18n;
  const sentences = useSelectionWords();
  const { config, viewData } = useView();
  const { data } = config;
  const { dataTime } = viewData;
  const said = (name: string, text: string | undefined): AboutLine[] => (text ? [{ name, text }] : []);
  const from = () => {
    if (data.kind === "sample") return words("trust.sample");
    return data.kind === "file" ? words("trust.file", { name: data.name }) : words("export.about.service");
  };
  return (notes) => ({
    title: words("export.about"),
    lines: [
      ...said(words("export.about.title"), title),
      ...said(words("export.about.subtitle"), subtitle),
      ...sentences.flatMap((sentence) => said(words("export.about.selection"), sentence)),
      ...said(words("export.about.data"), from()),
      ...said(words("export.about.time"), new Date(dataTime).toISOString()),
      ...said(
        words("export.about.completeness"),
        completenessWords(leastCertain(source?.completeness ?? []), i18n),
      ),
      ...said(words("export.about.address"), location.href),
      ...[...notes, words("export.about.starts")].flatMap((note) => said(words("export.about.note"), note)),
      ...figures.map((name) => ({ name: words(`defined.${name}`), text: words(`define.${name}`) })),
    ],
  });
}

/** How far figures can be trusted, in words. */
export function completenessWords(completeness: Completeness | null, { words, formats }: I18n): string {
  if (completeness?.kind === "complete") return words("trust.complete");
  if (completeness === null || completeness.kind === "unknown") return words("trust.unknown");
  const values = { counted: formats.count(completeness.counted), total: formats.count(completeness.total) };
  return words(completeness.kind === "incomplete" ? "trust.incomplete" : "trust.moved", values);
}
