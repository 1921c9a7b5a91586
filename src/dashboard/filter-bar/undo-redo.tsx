import { type ReactNode, useEffect } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { useHistoryPlace } from "#selection/use-history-place.ts";

/** Takes back the last change of the selection, and makes it again; Ctrl+Z and Shift+Ctrl+Z do the same. */
export function UndoRedo(): ReactNode {
  const { t } = useI18n();
  const { canUndo, canRedo, undo, redo } = useHistoryPlace();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      // In a field the browser's own undo takes back what was typed.
      if (!isUndo || isField(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [undo, redo]);
  if (!canUndo && !canRedo) return null;
  return (
    <span className="undo">
      <button type="button" className="link" disabled={!canUndo} onClick={undo}>
        {t("control.undo")}
      </button>
      <button type="button" className="link" disabled={!canRedo} onClick={redo}>
        {t("control.redo")}
      </button>
    </span>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
