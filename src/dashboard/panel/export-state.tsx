import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Taking } from "./export-menu.tsx";

/** How far a taking is, and what came of it. */
export function TakingState({ taking }: { taking: Taking }): ReactNode {
  return (
    <>
      {taking.kind === "running" && <Running {...taking} />}
      <div role="status">
        <Outcome taking={taking} />
      </div>
      {taking.kind === "uncopied" && taking.text.length <= MOST_TEXT && <ByHand text={taking.text} />}
    </>
  );
}

/** As many characters as a text field still shows quickly. */
const MOST_TEXT = 1_000_000;

function Outcome({ taking }: { taking: Taking }): ReactNode {
  const { t } = useI18n();
  const isFramed = window.parent !== window;
  if (taking.kind === "saved") {
    return (
      <>
        <p className="export__name">{t("export.saved", { name: taking.name })}</p>
        {isFramed && <p className="second">{t("export.savedFramed")}</p>}
      </>
    );
  }
  if (taking.kind === "copied") return <p>{t("export.copied", { count: taking.rows })}</p>;
  if (taking.kind === "failed" || taking.kind === "cancelled") return <p>{t(`export.${taking.kind}`)}</p>;
  if (taking.kind !== "uncopied") return null;
  return <p>{t(taking.text.length > MOST_TEXT ? "export.tooLong" : "export.uncopied")}</p>;
}

function Running({ written, total, cancel }: Extract<Taking, { kind: "running" }>): ReactNode {
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
