import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { RecordsState } from "#queries/use-records.ts";

/** How far the reading of records has come, and the hand on it. */
export function ReadingProgress({ records }: { records: RecordsState }): ReactNode {
  const { t, formats } = useI18n();
  const { progress, isStopped, stop, resume } = records;
  const received = progress?.received ?? 0;
  const total = progress?.total ?? null;
  const values = { received: formats.count(received), total: formats.count(total ?? 0) };
  if (isStopped) {
    return (
      <div className="list__reading">
        <p role="status">{t("list.stopped")}</p>
        <button type="button" className="button" onClick={resume}>
          {t("list.resume")}
        </button>
      </div>
    );
  }
  return (
    <div className="list__reading">
      <progress
        className="list__progress"
        aria-label={t("list.reading")}
        {...(total === null ? {} : { value: received, max: Math.max(total, 1) })}
      />
      <p>{progress === null ? t("list.reading") : t(total === null ? "list.read" : "list.readOf", values)}</p>
      <button type="button" className="button" onClick={stop}>
        {t("list.stop")}
      </button>
    </div>
  );
}
