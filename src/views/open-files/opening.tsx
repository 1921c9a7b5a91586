import "./open-files.css";
import { type ReactNode, use } from "react";
import { useLocation } from "wouter";
import {
  type FilesNotice,
  filesNotice,
  openedFiles,
  pickedFiles,
  pickFiles,
  readAlso,
} from "#dashboard/context/opened-files.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { fileStore } from "#local-files/open-store.ts";
import {
  closeFiles,
  forgetFiles,
  type KeptFiles,
  keepFiles,
  keptFiles,
  restoreFiles,
  undoOpening,
} from "./open-actions.ts";
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
  readAlso(droppedFiles(found));
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

/** The opened files with their actions, what else is kept, and notices about files. */
function FilesBar(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadFiles());
  const { t } = i18n;
  const files = useObservable(openedFiles);
  const kept = useObservable(keptFiles);
  const [, navigate] = useLocation();
  const undo = () => {
    const address = undoOpening();
    if (address !== null) navigate(address);
  };
  const isKept = files?.isKept ?? false;
  return (
    <div className="files-bar">
      <Notice />
      {files && (
        <p>
          {t(isKept ? "files.bar.kept" : "files.bar", { name: files.data.name })}
          <Action text={t("files.undo")} isShown={files.before !== null} onPress={undo} />
          <Action
            text={t(kept ? "files.keepInstead" : "files.keep")}
            isShown={!isKept}
            onPress={() => void keepFiles()}
          />
          <Action text={t("files.forget")} isShown={isKept} onPress={() => void forgetFiles()} />
          <Action text={t("files.closeAll")} isShown onPress={closeFiles} />
        </p>
      )}
      {kept && !isKept && <StillKept kept={kept} isAlone={files === null} />}
    </div>
  );
}

/** What is kept beside what is open, if anything is: it is back when the page is loaded again. */
function StillKept({ kept: { name, at }, isAlone }: { kept: KeptFiles; isAlone: boolean }): ReactNode {
  const { t, formats } = useI18n();
  return (
    <p>
      {t("files.bar.stillKept", { name, time: formats.dateTime(at) })}
      <Action text={t("files.open")} isShown={isAlone} onPress={() => void restoreFiles()} />
      <Action text={t("files.forget")} isShown onPress={() => void forgetFiles()} />
    </p>
  );
}

/** Notices after which the reader opens files again. */
const OPENS_AGAIN: readonly FilesNotice[] = ["interrupted", "closed-by-reload", "not-restored"];

function Notice(): ReactNode {
  const { t } = useI18n();
  const notice = useObservable(filesNotice);
  return (
    <p role="status">
      {notice !== null && (
        <>
          {t(`files.notice.${notice}`)}
          <Action text={t("open.button")} isShown={OPENS_AGAIN.includes(notice)} onPress={pickFiles} />
          <Action text={t("files.dismiss")} isShown onPress={() => filesNotice.set(null)} />
        </>
      )}
    </p>
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
