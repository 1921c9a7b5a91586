import { type ReactNode, Suspense, use, useEffect, useState } from "react";
import { filesNotice, openedFiles, pickedFiles, pickFiles } from "#dashboard/context/opened-files.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { loadOnce } from "#lib/load-once.ts";
import { useObservable } from "#lib/observable.ts";

const loadOpening = loadOnce(() => import("#views/open-files/opening.tsx"));

function Opening(): ReactNode {
  const { Opening: Loaded } = use(loadOpening());
  return <Loaded />;
}

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
  const i18n = useI18n();
  const isDragging = useDrop(i18n);
  const picked = useObservable(pickedFiles);
  const opened = useObservable(openedFiles);
  const notice = useObservable(filesNotice);
  return (
    <>
      {isDragging && <p className="drop">{i18n.t("open.drop")}</p>}
      <Suspense>{(picked ?? opened ?? notice) && <Opening />}</Suspense>
    </>
  );
}

function useDrop(i18n: I18n): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      void loadOpening().then(({ prepareOpening }) => prepareOpening(i18n));
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
      void loadOpening().then(({ openDropped }) => openDropped(found));
    };
    const events = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(events)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(events))
        removeEventListener(name, listener as EventListener);
    };
  }, [i18n]);
  return isDragging;
}
