import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { useSelectionWords } from "#dashboard/context/selection-words.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { viewAt } from "#selection/view-address.ts";

/** On paper the controls are gone: what they say stands in words at the top of the first page. */
export function PrintedSelection(): ReactNode {
  const { words } = useI18n();
  const name = viewAt(useLocation()[0]);
  const sentences = useSelectionWords();
  return (
    <div className="print-only">
      {name && <strong>{words(`view.${name}`)}</strong>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
