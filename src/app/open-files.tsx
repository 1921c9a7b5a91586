import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { filesNotice, openedFiles, pickedFiles, pickFiles } from "#dashboard/context/opened-files.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";

const loadDialog = () => import("#views/open-files/open-files-dialog.tsx");
const Dialog = lazy(async () => ({ default: (await loadDialog()).OpenFilesDialog }));
const Bar = lazy(async () => ({ default: (await import("#views/open-files/files-bar.tsx")).FilesBar }));

/** In the header of every page, with or without sign-in. */
export function OpenFilesButton(): ReactNode {
  const { t } = useI18n();
  const label = t("open.button");
  return (
    <button
      type="button"
      className="button header__open"
      aria-label={label}
      title={label}
      onClick={pickFiles}
    >
      <span className="button__sign" aria-hidden="true">
        ↑
      </span>
      <span className="button__value">{label}</span>
    </button>
  );
}

/** Beside the sign-in, as an alternative to it. */
export function OwnFilesDoor(): ReactNode {
  const { t } = useI18n();
  return (
    <section className="sign-in panel" aria-label={t("open.own")}>
      <p>{t("open.note")}</p>
      <button type="button" className="button" onClick={pickFiles}>
        {t("open.own")}
      </button>
    </section>
  );
}

/** Accepts files dropped anywhere; the code to read them is loaded on demand. */
export function OpenFiles(): ReactNode {
  const { t } = useI18n();
  const isDragging = useDrop();
  const picked = useObservable(pickedFiles);
  const opened = useObservable(openedFiles);
  const notice = useObservable(filesNotice);
  return (
    <>
      {isDragging && <p className="drop">{t("open.drop")}</p>}
      <Suspense>{(opened ?? notice) && <Bar />}</Suspense>
      <Suspense>{picked && <Dialog picked={picked} />}</Suspense>
    </>
  );
}

function useDrop(): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      void loadDialog();
      setDragging(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setDragging(false);
      // The browser exposes dropped files during the event only.
      const items = [...event.dataTransfer.items].filter(({ kind }) => kind === "file");
      const found = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
      pickedFiles.set(
        import("#views/open-files/dropped-files.ts").then(({ droppedFiles }) => droppedFiles(found)),
      );
    };
    const events = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(events)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(events))
        removeEventListener(name, listener as EventListener);
    };
  }, []);
  return isDragging;
}
