import type { ReactNode } from "react";
import { filesNotice, openedFiles, pickedFiles } from "#dashboard/context/opened-files.ts";
import type { I18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { fileStore } from "#local-files/open-store.ts";
import { droppedFiles } from "./dropped-files.ts";
import { FilesBar } from "./files-bar.tsx";
import { OpenFilesDialog } from "./open-files-dialog.tsx";

/** Loads what reads files and reports on them, before files are there. */
export function prepareOpening({ loadFiles, loadViews, loadDeals }: I18n): void {
  fileStore();
  void loadFiles();
  void loadViews();
  void loadDeals();
}

/** Reads files that the browser exposed during a drop. */
export function openDropped(found: Parameters<typeof droppedFiles>[0]): void {
  pickedFiles.set(droppedFiles(found));
}

/** The bar of opened files, and the dialog for those just chosen. */
export function Opening(): ReactNode {
  const picked = useObservable(pickedFiles);
  const opened = useObservable(openedFiles);
  const notice = useObservable(filesNotice);
  return (
    <>
      {(opened ?? notice) && <FilesBar />}
      {picked && <OpenFilesDialog picked={picked} />}
    </>
  );
}
