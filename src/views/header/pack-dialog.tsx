import { type FormEvent, type ReactNode, use, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useAnnotations } from "#dashboard/annotations/use-annotations.ts";
import { inPageOrder, type PackablePanel, packablePanels } from "#dashboard/panel/pack-registry.ts";
import type { ExportTable } from "#exports/export-table.ts";
import { graphicElement, type PackElement } from "#exports/pack/pack-tree.ts";
import { type PackPanel, reviewPack } from "#exports/pack/review-pack.ts";
import { drawPicture } from "#exports/picture.ts";
import { saveFile } from "#exports/save-file.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { instantOfDay } from "#lib/calendar.ts";
import { useObservable } from "#lib/observable.ts";
import { useIsBusy } from "#queries/use-is-busy.ts";
import { useAnonymised } from "#selection/use-anonymised.ts";
import { viewAt } from "#selection/view-address.ts";
import "./pack.css";

/** Comments by view and panel, as long as the page is open. */
const comments = new Map<string, string>();

type PackState =
  | { kind: "idle" | "loading" | "running" | "failed" }
  | { kind: "saved"; name: string; cuts: readonly string[] };

/** Chooses the panels of a review pack, takes comments, and saves the file. */
export function PackDialog({ onClose }: { onClose: () => void }): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const dialog = useRef<HTMLDialogElement>(null);
  // More panels may come while the dialog is open.
  const panels = inPageOrder(useObservable(packablePanels));
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<PackState>({ kind: "idle" });
  const save = usePack(setState);
  const isBusy = useIsBusy();
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = panels.filter(({ name }) => !left.has(name));
  const toggle = (name: string) => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    leave(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(chosen);
  };
  return (
    <dialog ref={dialog} className="pack" aria-labelledby="pack-title" onClose={onClose}>
      <h2 id="pack-title">{t("pack.title")}</h2>
      <p className="second">{t("pack.about")}</p>
      {panels.length === 0 && <p>{t("pack.noPanels")}</p>}
      <form onSubmit={submit}>
        {panels.map((panel) => (
          <PanelChoice
            key={panel.name}
            panel={panel}
            isChosen={!left.has(panel.name)}
            onToggle={() => toggle(panel.name)}
          />
        ))}
        <p className="pack__actions">
          <button
            type="submit"
            className="button button--primary"
            disabled={chosen.length === 0 || isBusy || state.kind === "running"}
          >
            {t("pack.save")}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t("pack.close")}
          </button>
        </p>
        <PackStatus state={isBusy ? { kind: "loading" } : state} />
      </form>
    </dialog>
  );
}

function PackStatus({ state }: { state: PackState }): ReactNode {
  const { t } = useI18n();
  return (
    <div role="status">
      {state.kind === "loading" && <p>{t("pack.loading")}</p>}
      {state.kind === "running" && <p>{t("pack.running")}</p>}
      {state.kind === "failed" && <p>{t("pack.failed")}</p>}
      {state.kind === "saved" && (
        <>
          <p>{t("pack.saved", { name: state.name })}</p>
          {state.cuts.map((cut) => (
            <p key={cut}>{cut}</p>
          ))}
        </>
      )}
    </div>
  );
}

type PanelChoiceProps = { panel: PackablePanel; isChosen: boolean; onToggle: () => void };

function PanelChoice({ panel: { name, title }, isChosen, onToggle }: PanelChoiceProps): ReactNode {
  const { t } = useI18n();
  const key = useCommentKey(name);
  return (
    <div className="pack__panel">
      <label className="option">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        {title}
      </label>
      {isChosen && (
        <textarea
          className="input pack__comment"
          rows={2}
          maxLength={5000}
          aria-label={t("pack.commentOn", { title })}
          placeholder={t("pack.comment")}
          defaultValue={comments.get(key) ?? ""}
          onChange={({ currentTarget }) => comments.set(key, currentTarget.value)}
        />
      )}
    </div>
  );
}

function useCommentKey(name: string): string {
  return `${useLocation()[0]} ${name}`;
}

/** Reads the chosen panels and saves the file; never throws. */
function usePack(setState: (state: PackState) => void): (chosen: readonly PackablePanel[]) => Promise<void> {
  const i18n = useI18n();
  const [path] = useLocation();
  const notes = useAnnotations();
  const isAnonymised = useAnonymised();
  const view = i18n.t(`view.${viewAt(path) ?? "overview"}`);
  return async (chosen) => {
    setState({ kind: "running" });
    try {
      const read: PackPanel[] = [];
      for (const panel of chosen)
        read.push(await panelOf(panel, comments.get(`${path} ${panel.name}`) ?? "", i18n));
      const panels = read.filter(hasContent);
      // An audience sees no notes on the page either.
      if (notes.length > 0 && !isAnonymised) panels.push(notesPanel(notes, panels, i18n));
      const { html, cuts } = await reviewPack(
        {
          title: i18n.t("pack.heading", { view }),
          locale: i18n.locale,
          direction: document.documentElement.dir || "ltr",
          madeAt: Date.now(),
          panels,
        },
        i18n,
      );
      const name = `referrals-review-${new Date().toISOString().slice(0, 10)}.html`;
      saveFile(new Blob([html], { type: "text/html" }), name);
      setState({ kind: "saved", name, cuts });
    } catch {
      setState({ kind: "failed" });
    }
  };
}

/** Some panels show nothing yet, such as targets before one is set. */
function hasContent({ tables, picture, comment }: PackPanel): boolean {
  return tables.length > 0 || picture !== null || comment.trim() !== "";
}

async function panelOf(panel: PackablePanel, comment: string, { t }: I18n): Promise<PackPanel> {
  const { name, title, about, content, picture } = panel;
  const { tables, notes } = await content();
  const lines = about(notes).lines.filter(({ text }) => text !== t("export.about.starts"));
  return { name, title, about: lines, tables, picture: graphicOf(picture?.() ?? null, title), comment };
}

/** The chart of a panel; what is drawn as a table is none. */
function graphicOf(root: HTMLElement | null, title: string): PackElement | null {
  if (!root?.querySelector("svg") || root.querySelector("table")) return null;
  return graphicElement(drawPicture(root, { title, lines: [] }).svg);
}

type Notes = ReturnType<typeof useAnnotations>;

function notesPanel(notes: Notes, panels: readonly PackPanel[], { t }: I18n): PackPanel {
  const day = (read: (note: Notes[number]) => string) => (row: number) =>
    notes[row] ? instantOfDay(read(notes[row])) : null;
  const table: ExportTable = {
    title: t("notes.title"),
    size: notes.length,
    columns: [
      { name: t("notes.from"), kind: "date", read: day(({ from }) => from) },
      { name: t("notes.to"), kind: "date", read: day(({ to }) => to) },
      { name: t("notes.text"), kind: "text", read: (row) => notes[row]?.text ?? null },
    ],
  };
  // The lines that all panels share stay in the head of the file.
  const about = panels[0]?.about ?? [];
  return { name: "notes", title: t("notes.title"), about, tables: [table], picture: null, comment: "" };
}
