import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { LanguageChoice } from "./language-choice.tsx";
import { SavedViews } from "./saved-views.tsx";
import { Share } from "./share.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { TOOLS_SLOT } from "./tools-slot.ts";
import { useWantedLanguage } from "./use-language.ts";
import "./tools.css";

/** What can be done with the whole page, in its head. */
export function HeaderTools(): ReactNode {
  useWantedLanguage();
  const slot = document.getElementById(TOOLS_SLOT);
  if (!slot) return null;
  return createPortal(
    <>
      <SavedViews />
      <Share />
      <LanguageChoice />
      <ThemeChoice />
      <Shortcuts />
    </>,
    slot,
  );
}
