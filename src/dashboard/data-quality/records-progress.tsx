import type { ReactNode } from "react";
import type { SelectedRecordsState } from "#dashboard/data/use-selected-records.ts";
import { useI18n } from "#i18n/i18n.tsx";

/** Progress of a download of records, with stop and resume; null when done. */
export function RecordsProgress({ records }: { records: SelectedRecordsState }): ReactNode {
  const { t, formats } = useI18n();
  const { download, count, isTooMany, readAll } = records;
  const { progress, isStopped, stop, resume } = download;
  if (isTooMany) {
    return (
      <Line text={t("records.many", { count: count ?? 0 })}>
        <button type="button" className="button" onClick={readAll}>
          {t("records.readAll")}
        </button>
      </Line>
    );
  }
  const isOver = download.state.kind !== "pending" || count === null;
  if (progress === null && !isStopped && isOver) return null;
  const { received = 0, total = count } = progress ?? {};
  const values = { received: formats.count(received), total: formats.count(total ?? received) };
  if (isStopped) {
    return (
      <Line text={t("records.stopped")}>
        <button type="button" className="button" onClick={resume}>
          {t("records.resume")}
        </button>
      </Line>
    );
  }
  return (
    <Line text={t("records.loading", values)}>
      <progress value={received} max={Math.max(total ?? 1, 1)} aria-label={t("records.progress")} />
      <button type="button" className="link" onClick={stop}>
        {t("records.stop")}
      </button>
    </Line>
  );
}

function Line({ text, children }: { text: string; children: ReactNode }): ReactNode {
  return (
    <div className="records-progress">
      <span>{text}</span>
      {children}
    </div>
  );
}
