import "./open-files.css";
import { type ReactNode, use } from "react";
import { useLocation } from "wouter";
import { filesNotice, openedFiles, pickedFiles } from "#dashboard/context/opened-files.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { fileStore } from "#local-files/open-store.ts";
import { closeFiles, forgetFiles, keepFiles, undoOpening } from "./open-actions.ts";
import { OpenFilesDialog } from "./open-files-dialog.tsx";
import { droppedFiles } from "./use-file-reading.ts";

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

/** The opened files with their actions, and notices about files. */
function FilesBar(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadFiles());
  const { t } = i18n;
  const files = useObservable(openedFiles);
  const notice = useObservable(filesNotice);
  const [, navigate] = useLocation();
  const undo = () => {
    const address = undoOpening();
    if (address !== null) navigate(address);
  };
  return (
    <div className="files-bar">
      <p role="status">
        {notice !== null && (
          <>
            {t(`files.notice.${notice}`)}{" "}
            <button type="button" className="link" onClick={() => filesNotice.set(null)}>
              {t("files.dismiss")}
            </button>
          </>
        )}
      </p>
      {files && (
        <p>
          {t(files.isKept ? "files.bar.kept" : "files.bar", { name: files.data.name })}
          <Action text={t("files.undo")} isShown={files.before !== null} onPress={undo} />
          <Action text={t("files.keep")} isShown={!files.isKept} onPress={() => void keepFiles()} />
          <Action text={t("files.forget")} isShown={files.isKept} onPress={() => void forgetFiles()} />
          <Action text={t("files.closeAll")} isShown onPress={closeFiles} />
        </p>
      )}
    </div>
  );
}

type ActionProps = { text: string; isShown: boolean; onPress: () => void };

function Action({ text, isShown, onPress }: ActionProps): ReactNode {
  if (!isShown) return null;
  return (
    <button type="button" className="link" onClick={onPress}>
      {text}
    </button>
  );
}
