import { Component, type ReactNode } from "react";
import { notifyHost } from "#embed/page-events.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { isMissingCode } from "./reload-after-deployment.ts";

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
  return (
    <div className="message message--error" role="alert">
      <strong>{t("error.title")}</strong>
      <p>{t(isMissingCode(error) ? "error.missing-code" : "error.unexpected")}</p>
      <p className="second">{error.message}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {t("error.reload")}
      </button>
    </div>
  );
}
