import { type ChangeEvent, type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useI18n } from "#i18n/i18n.tsx";
import {
  parseViews,
  printViews,
  readViews,
  type SavedView,
  withDefault,
  withView,
  writeViews,
} from "#selection/saved-views.ts";
import { PopoverButton } from "#ui/popover-button.tsx";

/** Views that the reader has given a name, kept in this browser. */
export function SavedViews(): ReactNode {
  const { words } = useI18n();
  return (
    <PopoverButton
      label={words("saved.title")}
      value={words("saved.title")}
      content={(close) => <ViewList close={close} />}
    />
  );
}

function ViewList({ close }: { close: () => void }): ReactNode {
  const { words } = useI18n();
  const [views, setViews] = useState(readViews);
  const [note, setNote] = useState("");
  const keep = (next: SavedView[]) => {
    setViews(next);
    setNote(writeViews(next) ? "" : words("saved.notKept"));
  };
  const takeIn = (text: string) => {
    const read = parseViews(text);
    if (read === null) return setNote(words("saved.unreadable"));
    keep(read.reduce(withView, views));
    setNote(words("saved.imported", { count: read.length }));
  };
  return (
    <div className="tools__content">
      {views.length === 0 && <p className="panel__note">{words("saved.none")}</p>}
      <ul className="saved">
        {views.map((view) => (
          <SavedRow
            key={view.name}
            view={view}
            close={close}
            onDefault={() => keep(withDefault(views, view.name))}
            onRemove={() => keep(views.filter((one) => one !== view))}
          />
        ))}
      </ul>
      <SaveForm onSave={(view) => keep(withView(views, view))} />
      <div className="tools__row">
        <button type="button" className="link" disabled={views.length === 0} onClick={() => download(views)}>
          {words("saved.export")}
        </button>
        <FileButton onText={takeIn} />
      </div>
      <p role="status" className="panel__note">
        {note}
      </p>
    </div>
  );
}

type SavedRowProps = { view: SavedView; close: () => void; onDefault: () => void; onRemove: () => void };

function SavedRow({ view, close, onDefault, onRemove }: SavedRowProps): ReactNode {
  const { words } = useI18n();
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
        aria-label={words("saved.default", { name })}
        title={words("saved.default", { name })}
        onClick={onDefault}
      >
        {isDefault ? "★" : "☆"}
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={words("saved.remove", { name })}
        title={words("saved.remove", { name })}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}

function SaveForm({ onSave }: { onSave: (view: SavedView) => void }): ReactNode {
  const { words } = useI18n();
  const [name, setName] = useState("");
  return (
    <form
      className="tools__row"
      onSubmit={(event) => {
        event.preventDefault();
        const plain = name.trim();
        if (plain === "") return;
        onSave({ name: plain, address: location.pathname + location.search, isDefault: false });
        setName("");
      }}
    >
      <input
        className="input"
        aria-label={words("saved.name")}
        placeholder={words("saved.name")}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        {words("saved.save")}
      </button>
    </form>
  );
}

function FileButton({ onText }: { onText: (text: string) => void }): ReactNode {
  const { words } = useI18n();
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) onText(await file.text());
  };
  return (
    <label className="link tools__file">
      {words("saved.import")}
      <input type="file" accept="application/json,.json" className="visually-hidden" onChange={read} />
    </label>
  );
}

function download(views: readonly SavedView[]): void {
  const address = URL.createObjectURL(new Blob([printViews(views)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "referral-views.json";
  link.click();
  URL.revokeObjectURL(address);
}
