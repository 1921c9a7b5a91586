import { Component, type ReactNode } from "react";
import { notifyHost } from "#embed/page-events.ts";
import { useI18n } from "#i18n/i18n.tsx";

const RELOADED = "reloaded-build";
const failures = new WeakSet<Error>();

/** Whether an error is a failed import of a lazily loaded chunk. */
function isMissingCode(error: Error): boolean {
  return failures.has(error);
}

/**
 * Reloads the page when a chunk cannot be loaded: after a deployment the files that an open tab refers to are gone.
 * Once per build; further failures are shown as errors.
 */
export function reloadAfterDeployment(): void {
  addEventListener("vite:preloadError", ({ payload }) => {
    failures.add(payload);
    void reloadOnce();
  });
}

async function reloadOnce(): Promise<void> {
  try {
    if (sessionStorage.getItem(RELOADED) === import.meta.url) return;
    // If the server is down, a reload would replace the page by the browser's error page.
    const { ok } = await fetch(location.href, { cache: "no-store" });
    if (!ok) return;
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  } catch {
    // The server is unreachable, or without storage a second reload could not be distinguished from the first.
  }
}

type Props = { children: ReactNode };
type State = { error: Error | null };

/** Confines an error to a part of the page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(): void {
    notifyHost({ kind: "failed", reason: "unexpected" });
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}

function Broken({ error }: { error: Error }): ReactNode {
  const { t } = useI18n();
  const isMissing = isMissingCode(error);
  const missingText = navigator.onLine ? "error.missing-code" : "error.missing-offline";
  return (
    <div className="message message--error" role="alert">
      <strong>{t("error.title")}</strong>
      <p>{t(isMissing ? missingText : "error.unexpected")}</p>
      {!isMissing && <p className="second">{error.message}</p>}
      <button type="button" className="button" onClick={() => location.reload()}>
        {t("error.reload")}
      </button>
    </div>
  );
}
