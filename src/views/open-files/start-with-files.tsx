import { type ReactNode, use, useEffect } from "react";
import { pickFiles } from "#dashboard/context/opened-files.ts";
import { useI18n } from "#i18n/i18n.tsx";
import "./open-files.css";

/** Start page where data comes only from opened files and none are open; `prepare` loads what comes next. */
export function StartWithFiles({ prepare }: { prepare: () => unknown }): ReactNode {
  const i18n = useI18n();
  use(i18n.loadFiles());
  // Whoever is here opens files next.
  useEffect(() => {
    prepare();
    void import("./opening.tsx").then(({ prepareOpening }) => prepareOpening(i18n));
  }, [prepare, i18n]);
  const { t } = i18n;
  return (
    <section className="files-start panel" aria-labelledby="files-start-title">
      <h2 id="files-start-title" className="panel__title">
        {t("files.start.title")}
      </h2>
      <p>{t("files.start.text")}</p>
      <button type="button" className="button button--primary" onClick={pickFiles}>
        {t("open.button")}
      </button>
    </section>
  );
}
