import type { ReactNode } from "react";
import type { AppConfig } from "#config/app-config.ts";
import type { ReadingStatus } from "#config/reading-status.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { useFiguresOfReading, useReadAgain, useReading } from "#queries/use-reading.ts";

/**
 * Progress of the first reading of the Referrals API, or why it failed, and what the figures include. Use once per
 * page: it also refetches the figures.
 */
export function ReadingNotice({ data }: { data: AppConfig["data"] }): ReactNode {
  const i18n = useI18n();
  const status = useReading(data.kind === "referrals-api");
  const readAgain = useReadAgain();
  useFiguresOfReading(status);
  const sentence = status && noticeOf(status, i18n);
  if (!status || !sentence) return null;
  return (
    <div className="notice" role="status">
      <p>{sentence}</p>
      {status.isReading ? (
        <progress aria-label={i18n.t("reading.progress")} />
      ) : (
        <button type="button" className="button" onClick={readAgain}>
          {i18n.t("reading.again")}
        </button>
      )}
    </div>
  );
}

/** Null when everything was read and nothing has failed since. */
function noticeOf(status: ReadingStatus, { t, formats }: I18n): string | null {
  const { isReading, isWhole, read, referrals, readAt, problem } = status;
  if (isReading && !isWhole) return t("reading.first", { read, shown: referrals });
  if (isReading || problem === null) return null;
  const reason =
    problem.description ?? t(`reading.problem.${problem.kind === "throttled" ? "throttled" : "other"}`);
  if (isWhole) return t("reading.stale", { time: formats.dateTime(readAt ?? 0), reason });
  return t("reading.partial", { count: referrals, reason });
}
