import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { AnalyticsError, type ProblemKind } from "#partner-center/errors.ts";
import type { QueryState } from "#queries/query-state.ts";
import { useExplainsCause } from "./one-cause.tsx";

const MESSAGES: Record<ProblemKind, MessageKey> = {
  network: "error.network",
  timeout: "error.timeout",
  throttled: "error.throttled",
  unavailable: "error.unavailable",
  "token-expired": "error.token-expired",
  "wrong-audience": "error.wrong-audience",
  "mfa-required": "error.mfa-required",
  "claims-challenge": "error.claims-challenge",
  forbidden: "error.forbidden",
  "not-offered": "error.not-offered",
  "bad-filter": "error.bad-request",
  "bad-request": "error.bad-request",
  html: "error.html",
  "not-json": "error.not-json",
  "bad-shape": "error.bad-shape",
};

type QueryErrorProps = {
  state: Pick<Extract<QueryState<unknown>, { kind: "error" }>, "error" | "retry">;
  /** Whether figures of before are still on the screen. */
  keepsOld?: boolean;
  /** What is missing, where that is not the panel around. */
  missing?: MessageKey;
};

/** Says why a query failed; the service's own words and ids stand below. A cause is explained once on the page. */
export function QueryError({ state, keepsOld = false, missing }: QueryErrorProps): ReactNode {
  const { error, retry } = state;
  const isKnown = error instanceof AnalyticsError;
  const message = isKnown ? MESSAGES[error.kind] : "error.unexpected";
  const detail = isKnown ? detailOf(error) : error.message;
  const explains = useExplainsCause(`${message} ${detail}`);
  const title = missing ?? (keepsOld ? "error.old" : "error.title");
  if (!explains) return <Failure title={title} message={null} detail={null} ids={null} onRetry={retry} />;
  return <Failure title={title} message={message} detail={detail} ids={idsOf(error)} onRetry={retry} />;
}

/** The service's own words; those of a web page or of broken JSON would only repeat the sentence above. */
function detailOf({ kind, call }: AnalyticsError): string | null {
  return kind === "html" || kind === "not-json" ? null : call.description;
}

function idsOf(error: Error): { requestId: string; correlationId: string } | null {
  if (!(error instanceof AnalyticsError)) return null;
  const { requestId, correlationId } = error.call;
  return requestId && correlationId ? { requestId, correlationId } : null;
}

type FailureProps = {
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
function Failure({ title, message, detail, ids, onRetry }: FailureProps): ReactNode {
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
