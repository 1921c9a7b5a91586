import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";

export type FailureProps = {
  /** What is not there, or not new, because of it. */
  title: MessageKey;
  /** What happened and what to do; null where another error on the page says it. */
  message: MessageKey | null;
  /** What the service said itself, in its own language. */
  detail: string | null;
  ids: { requestId: string; correlationId: string } | null;
  onRetry: () => void;
};

/** Says why something could not be shown, and offers the next step. */
export function Failure({ title, message, detail, ids, onRetry }: FailureProps): ReactNode {
  const { t } = useI18n();
  return (
    <div className="message message--error" role="alert">
      <strong>{t(title)}</strong>
      {message && <p>{t(message)}</p>}
      {detail && <p className="second">{detail}</p>}
      <button type="button" className="button" onClick={onRetry}>
        {t("error.retry")}
      </button>
      {ids && <p className="message__ids">{t("error.ids", ids)}</p>}
    </div>
  );
}
