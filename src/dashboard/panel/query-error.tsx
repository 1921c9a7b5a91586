import {
  createContext,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { MessageKey } from "#i18n/messages.ts";
import { createObservable, type Observable } from "#lib/observable.ts";
import { AnalyticsError, type ProblemKind } from "#partner-center/errors.ts";
import type { QueryState } from "#queries/query-state.ts";

type Place = { cause: string; id: string };

const Places = createContext<
  (Observable<readonly Place[]> & { set: (places: readonly Place[]) => void }) | null
>(null);

/** Explains each error cause once, however many panels below fail for it. */
export function OneCause({ children }: { children: ReactNode }): ReactNode {
  const [places] = useState(() => createObservable<readonly Place[]>([]));
  return <Places value={places}>{children}</Places>;
}

const NONE: readonly Place[] = [];
const NOWHERE: Observable<readonly Place[]> = { get: () => NONE, subscribe: () => () => {} };

/** Whether this error is the first with its cause, and so explains it. */
function useExplainsCause(cause: string): boolean {
  const places = useContext(Places);
  const id = useId();
  const all = useSyncExternalStore((places ?? NOWHERE).subscribe, (places ?? NOWHERE).get);
  useLayoutEffect(() => {
    if (!places) return;
    places.set([...places.get(), { cause, id }]);
    return () => places.set(places.get().filter((place) => place.id !== id));
  }, [places, cause, id]);
  return (all.find((place) => place.cause === cause)?.id ?? id) === id;
}

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
  /** Whether earlier figures are still shown. */
  keepsOld?: boolean;
  /** What is missing, if not the panel. */
  missing?: MessageKey;
};

/** Explains a failed query, with the service's message and ids. Each cause is explained once per page. */
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

/** The service's own message; left out for web pages and invalid JSON, where it only repeats. */
function detailOf({ kind, call }: AnalyticsError): string | null {
  return kind === "html" || kind === "not-json" ? null : call.description;
}

function idsOf(error: Error): { requestId: string; correlationId: string } | null {
  if (!(error instanceof AnalyticsError)) return null;
  const { requestId, correlationId } = error.call;
  return requestId && correlationId ? { requestId, correlationId } : null;
}

type FailureProps = {
  /** What is missing or stale. */
  title: MessageKey;
  /** What happened and what to do; null where another error explains it. */
  message: MessageKey | null;
  /** The service's own message, in its language. */
  detail: string | null;
  ids: { requestId: string; correlationId: string } | null;
  onRetry: () => void;
};

/** An error with its next step. */
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
