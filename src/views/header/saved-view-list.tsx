import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { saveJson } from "#exports/save-file.ts";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { Unreadable } from "#routine/unreadable.tsx";
import {
  MAX_VIEWS,
  parseViews,
  printViews,
  type ReadViews,
  type SavedView,
  savedViews,
  withDefault,
  withViews,
} from "#selection/saved-views.ts";
import { JsonFileButton } from "#ui/json-file-button.tsx";

/** Views saved in this browser: open, save, remove, export and import. */
export function SavedViewList({ close }: { close: () => void }): ReactNode {
  const { t } = useI18n();
  const views = useObservable(savedViews);
  const isUnreadable = useObservable(savedViews.unreadable) !== null;
  const [note, setNote] = useState("");
  const keep = (next: (kept: readonly SavedView[]) => readonly SavedView[], done = "") => {
    savedViews.change(next);
    setNote([done, savedViews.isKept.get() ? "" : t("saved.notKept")].filter(Boolean).join(" "));
  };
  const add = (more: readonly SavedView[], done = "") => {
    if (withViews(views, more) === null) setNote(t("saved.full", { most: MAX_VIEWS }));
    else keep((kept) => withViews(kept, more) ?? kept, done);
  };
  const takeIn = (file: string, text: string) => {
    const read = parseViews(text);
    if (read.kind !== "views") return setNote(faultText(read, file, t));
    const replaced = read.views.filter((one) => views.some(({ name }) => name === one.name)).length;
    add(read.views, t("saved.imported", { count: read.views.length, replaced }));
  };
  return (
    <div className="tools__content">
      <Unreadable kept={savedViews} what="views" />
      {views.length === 0 && !isUnreadable && <p className="panel__note">{t("saved.none")}</p>}
      <ul className="saved">
        {views.map((view) => (
          <SavedRow
            key={view.name}
            view={view}
            close={close}
            onDefault={() => keep((kept) => withDefault(kept, view.name))}
            onRemove={() => keep((kept) => kept.filter(({ name }) => name !== view.name))}
          />
        ))}
      </ul>
      <SaveForm onSave={(view) => add([view])} />
      <div className="tools__row">
        <button type="button" className="link" disabled={views.length === 0} onClick={() => download(views)}>
          {t("saved.export")}
        </button>
        <JsonFileButton label={t("saved.import")} onFile={takeIn} />
      </div>
      <p role="status" className="panel__note">
        {note}
      </p>
    </div>
  );
}

/** What is wrong with a file, where, and what to do. */
function faultText(read: Exclude<ReadViews, { kind: "views" }>, file: string, t: I18n["t"]): string {
  switch (read.kind) {
    case "version":
      return t("saved.version", { file, version: read.version });
    case "bad-view":
      return t("saved.badView", { file, place: read.at + 1 });
    default:
      return t(read.kind === "not-json" ? "saved.notJson" : "saved.unreadable", { file });
  }
}

type SavedRowProps = { view: SavedView; close: () => void; onDefault: () => void; onRemove: () => void };

function SavedRow({ view, close, onDefault, onRemove }: SavedRowProps): ReactNode {
  const { t } = useI18n();
  const [, navigate] = useLocation();
  const { name, address, isDefault } = view;
  const open = () => {
    navigate(address);
    close();
  };
  return (
    <li>
      <button type="button" className="link saved__name" onClick={open}>
        <bdi>{name}</bdi>
      </button>
      <button
        type="button"
        className="plain-button"
        aria-pressed={isDefault}
        aria-label={t("saved.default", { name })}
        title={t("saved.default", { name })}
        onClick={onDefault}
      >
        {isDefault ? "★" : "☆"}
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={t("saved.remove", { name })}
        title={t("saved.remove", { name })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}

function SaveForm({ onSave }: { onSave: (view: SavedView) => void }): ReactNode {
  const { t } = useI18n();
  const [path] = useLocation();
  const [name, setName] = useState("");
  return (
    <form
      className="tools__row"
      onSubmit={(event) => {
        event.preventDefault();
        const plain = name.trim();
        if (plain === "") return;
        onSave({ name: plain, address: path + location.search, isDefault: false });
        setName("");
      }}
    >
      <input
        className="input"
        aria-label={t("saved.name")}
        placeholder={t("saved.name")}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        {t("saved.save")}
      </button>
    </form>
  );
}

function download(views: readonly SavedView[]): void {
  saveJson(printViews(views), "referral-views.json");
}
