import { lazy, type ReactNode, Suspense } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";

const Editor = lazy(async () => ({
  default: (await import("#routine/annotations/note-editor.tsx")).NoteEditor,
}));

/** Notes on days; their code is loaded when opened. */
export function Notes(): ReactNode {
  const { t } = useI18n();
  return (
    <span className="tools__signed">
      <PopoverButton
        label={t("notes.title")}
        value={t("notes.title")}
        sign="✎"
        content={() => (
          <Suspense fallback={<div className="tools__content" />}>
            <Editor />
          </Suspense>
        )}
      />
    </span>
  );
}
