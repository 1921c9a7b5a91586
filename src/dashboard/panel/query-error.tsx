import type { ReactNode } from "react";
import type { MessageKey } from "#i18n/messages.ts";
import { AnalyticsError, type ProblemKind } from "#partner-center/errors.ts";
import type { QueryState } from "#queries/query-state.ts";
import { Failure } from "#ui/failure.tsx";

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

export type QueryErrorProps = {
  state: Pick<Extract<QueryState<unknown>, { kind: "error" }>, "error" | "retry">;
  /** Whether figures of before are still on the screen. */
  keepsOld?: boolean;
  /** What is missing, where that is not the panel around. */
  missing?: MessageKey;
};

/** Says why a query failed; the service's own words and ids stand below. */
export function QueryError({ state, keepsOld = false, missing }: QueryErrorProps): ReactNode {
  const { error, retry } = state;
  const title = missing ?? (keepsOld ? "error.old" : "error.title");
  if (!(error instanceof AnalyticsError)) {
    return (
      <Failure title={title} message="error.unexpected" detail={error.message} ids={null} onRetry={retry} />
    );
  }
  const { description, requestId, correlationId } = error.call;
  const ids = requestId && correlationId ? { requestId, correlationId } : null;
  return (
    <Failure title={title} message={MESSAGES[error.kind]} detail={description} ids={ids} onRetry={retry} />
  );
}
