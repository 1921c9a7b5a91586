import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { ExportStatus } from "./export-menu.tsx";

/** How far a taking is, and what came of it. */
export function ExportStatusMessage({ status }: { status: ExportStatus }): ReactNode {
  return (
    <>
      {status.kind === "running" && <Running {...status} />}
      <div role="status">
        <Outcome status={status} />
      </div>
      {status.kind === "uncopied" && status.text.length <= MAX_TEXT && <ByHand text={status.text} />}
    </>
  );
}

/** As many characters as a text field still shows quickly. */
const MAX_TEXT = 1_000_000;

function Outcome({ status }: { status: ExportStatus }): ReactNode {
  const { t } = useI18n();
  const isFramed = window.parent !== window;
  if (status.kind === "saved") {
    return (
      <>
        <p className="export__name">{t("export.saved", { name: status.name })}</p>
        {isFramed && <p className="second">{t("export.savedFramed")}</p>}
      </>
    );
  }
  if (status.kind === "copied") return <p>{t("export.copied", { count: status.rows })}</p>;
  if (status.kind === "failed" || status.kind === "cancelled") return <p>{t(`export.${status.kind}`)}</p>;
  if (status.kind !== "uncopied") return null;
  return <p>{t(status.text.length > MAX_TEXT ? "export.tooLong" : "export.uncopied")}</p>;
}

function Running({ written, total, cancel }: Extract<ExportStatus, { kind: "running" }>): ReactNode {
  const { t, formats } = useI18n();
  const values = { written: formats.count(written), total: formats.count(total) };
  return (
    <div className="export__running">
      <span>{t("export.running", values)}</span>
      <progress value={written} max={Math.max(total, 1)} aria-label={t("export.progress")} />
      <button type="button" className="button" onClick={cancel}>
        {t("export.cancel")}
      </button>
    </div>
  );
}

/** The text to be copied by hand, selected as soon as somebody goes to it. */
function ByHand({ text }: { text: string }): ReactNode {
  const { t } = useI18n();
  return (
    <textarea
      className="input export__text"
      readOnly
      rows={6}
      aria-label={t("export.text")}
      value={text}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}
