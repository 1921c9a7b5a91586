import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { viewAt } from "#selection/view-address.ts";

/** On paper the controls are gone: what they say stands in words at the top of the first page. */
export function PrintedSelection(): ReactNode {
  const { t } = useI18n();
  const name = viewAt(useLocation()[0]);
  const sentences = useSelectionSentences();
  return (
    <div className="print-only">
      {name && <strong>{t(`view.${name}`)}</strong>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
