import { type ReactNode, use } from "react";
import { useLocation } from "wouter";
import { filesNotice, openedFiles } from "#dashboard/context/opened-files.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { closeFiles, forgetFiles, keepFiles, undoOpening } from "./open-actions.ts";
import "./open-files.css";

/** The opened files with their actions, and notices about files. */
export function FilesBar(): ReactNode {
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
