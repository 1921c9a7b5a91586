import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useI18n } from "#i18n/i18n.tsx";
import { createStoredChoice, useStoredChoice } from "#selection/stored-choice.ts";
import { useSelection } from "#selection/use-selection.ts";
import { helpAddress, VIEW_NAMES, viewAddress } from "#selection/view-address.ts";
import { Link } from "#ui/link.tsx";

/** Single-key shortcuts disturb speech input, so they can be switched off (WCAG 2.1.4). */
const stored = createStoredChoice("single-keys", ["off"]);

/** Keyboard shortcuts, and their list behind "?". */
export function Shortcuts(): ReactNode {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useStoredChoice(stored);
  const isOn = off === null;
  useKeys(isOn, () => dialog.current?.showModal());
  const { selection } = useSelection();
  const rows = [
    ...VIEW_NAMES.map((name, at) => ({ keys: String(at + 1), does: t(`view.${name}`) })),
    { keys: "T", does: t("keys.tables") },
    { keys: "?", does: t("keys.help") },
    { keys: t("keys.undoKeys"), does: t("control.undo") },
    { keys: t("keys.redoKeys"), does: t("control.redo") },
    { keys: t("keys.findKeys"), does: t("keys.find") },
  ];
  return (
    <>
      <button
        type="button"
        className="button--quiet"
        title={t("keys.title")}
        aria-label={t("keys.title")}
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} className="keys" aria-label={t("keys.title")}>
        <h2>{t("keys.title")}</h2>
        <dl className="keys__list">
          {rows.map(({ keys, does }) => (
            <Fragment key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </Fragment>
          ))}
        </dl>
        <label className="option">
          <input type="checkbox" checked={isOn} onChange={() => setOff(isOn ? "off" : null)} />
          {t("keys.single")}
        </label>
        <p>
          <Link href={helpAddress(selection)} onClick={() => dialog.current?.close()}>
            {t("help.link")}
          </Link>
        </p>
        <form method="dialog">
          <button type="submit" className="button">
            {t("keys.close")}
          </button>
        </form>
      </dialog>
    </>
  );
}

function useKeys(isOn: boolean, showHelp: () => void): void {
  const { selection, change } = useSelection();
  const [, navigate] = useLocation();
  const actionOf = (key: string): (() => void) | null => {
    const view = VIEW_NAMES[Number(key) - 1];
    if (view) return () => navigate(viewAddress(view, selection));
    if (key === "?") return showHelp;
    if (key.toLowerCase() !== "t") return null;
    return () => change({ as: selection.as === "table" ? "chart" : "table" });
  };
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const act = actionOf(event.key);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}

/** Where keys have another meaning: in fields, grids, and while a dialog is open. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=grid], dialog, [popover]") !== null
  );
}
