import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { DisplaySettings } from "./display-settings.tsx";
import { SavedViews } from "./saved-views.tsx";
import { Share } from "./share.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TOOLS_SLOT } from "./tools-slot.ts";
import { useWantedLanguage } from "./use-language.ts";
import "./tools.css";

/** What can be done with the whole page, in its head. */
export function HeaderTools({ isForAudience = false }: { isForAudience?: boolean }): ReactNode {
  useWantedLanguage();
  const slot = document.getElementById(TOOLS_SLOT);
  if (!slot) return null;
  return createPortal(
    <>
      {!isForAudience && <SavedViews />}
      {!isForAudience && <Share />}
      <DisplaySettings />
      {!isForAudience && <Shortcuts />}
    </>,
    slot,
  );
}
