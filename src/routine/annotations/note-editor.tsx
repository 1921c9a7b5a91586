import "./note-editor.css";
import { type FormEvent, type ReactNode, use, useRef, useState } from "react";
import {
  type Annotation,
  annotationKey,
  MAX_ANNOTATION_TEXT,
  MAX_ANNOTATIONS,
  mergeAnnotations,
  printAnnotations,
  readAnnotations,
} from "#dashboard/annotations/annotations.ts";
import { annotationStoreOf } from "#dashboard/annotations/use-annotations.ts";
import { useReader } from "#dashboard/context/reader-context.ts";
import { saveJson } from "#exports/save-file.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type Day, dayOfInstant } from "#lib/calendar.ts";
import { useObservable } from "#lib/observable.ts";
import { Unreadable } from "#routine/unreadable.tsx";
import { useSelection } from "#selection/use-selection.ts";
import { DayField } from "#ui/day-field.tsx";
import { JsonFileButton } from "#ui/json-file-button.tsx";
import { useKeptFocus } from "#ui/use-kept-focus.ts";

const BOUNDS = { first: "1900-01-01", last: "2199-12-31" };

type NoteFormProps = {
  /** The note to change; null for a new one. */
  edited: Annotation | null;
  /** False when it was not saved. */
  onSave: (note: Annotation) => boolean;
  onCancel: () => void;
};

/** A note: its days and its text. */
function NoteForm({ edited, onSave, onCancel }: NoteFormProps): ReactNode {
  const { t } = useI18n();
  const { selection } = useSelection();
  const today = selection.to ?? dayOfInstant(Date.now());
  const [from, setFrom] = useState<Day | null>(edited?.from ?? today);
  const [to, setTo] = useState<Day | null>(edited?.to ?? today);
  const [text, setText] = useState(edited?.text ?? "");
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = text.trim();
    const isWhole = from !== null && to !== null && from <= to && plain !== "";
    setRefused(!isWhole);
    if (isWhole && onSave({ from, to, text: plain })) setText("");
  };
  const start = (day: Day | null) => {
    // Most notes are about one day.
    if (day !== null && (to === null || to === from || to < day)) setTo(day);
    setFrom(day);
  };
  return (
    <form className="notes__form" onSubmit={submit}>
      <DayField label={t("notes.from")} value={from} onChange={start} {...BOUNDS} />
      <DayField label={t("notes.to")} value={to} onChange={setTo} {...BOUNDS} />
      <label className="field notes__field">
        {t("notes.text")}
        <input
          className="input"
          maxLength={MAX_ANNOTATION_TEXT}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" className="button button--primary">
        {t(edited ? "notes.save" : "notes.add")}
      </button>
      {edited && (
        <button type="button" className="button" onClick={onCancel}>
          {t("notes.cancel")}
        </button>
      )}
      <p role="alert" className="panel__note notes__field">
        {isRefused && t("notes.incomplete")}
      </p>
    </form>
  );
}

/** The notes on days of this device: add, edit, remove, export and import. */
export function NoteEditor(): ReactNode {
  const i18n = useI18n();
  use(i18n.loadRoutine());
  const { t } = i18n;
  const store = annotationStoreOf(useReader());
  const [notes, isKept] = [useObservable(store), useObservable(store.isKept)];
  const isUnreadable = useObservable(store.unreadable) !== null;
  const [edited, setEdited] = useState<Annotation | null>(null);
  const [said, setSaid] = useState("");
  const editor = useRef<HTMLDivElement>(null);
  useKeptFocus(editor, `${edited && annotationKey(edited)} ${notes.length}`, edited !== null);
  const keep = (more: readonly Annotation[], removed: Annotation | null = null) => {
    const rest = (all: readonly Annotation[]) => all.filter((one) => !isSameNote(one, removed));
    const isFull = mergeAnnotations(rest(store.get()), more).length > MAX_ANNOTATIONS;
    if (!isFull) store.change((all) => mergeAnnotations(rest(all), more));
    setSaid(isFull ? t("notes.full") : "");
    setEdited(null);
    return !isFull;
  };
  const takeIn = (file: string, text: string) => {
    const read = readAnnotations(text);
    if (!Array.isArray(read)) return setSaid(t(`notes.fault.${read.part}`, { file, place: read.place ?? 1 }));
    const before = store.get().length;
    if (keep(read)) setSaid(t("notes.imported", { count: store.get().length - before, file }));
  };
  return (
    <div ref={editor} className="tools__content notes">
      <NoteForm
        key={edited ? annotationKey(edited) : ""}
        edited={edited}
        onSave={(note) => keep([note], edited)}
        onCancel={() => setEdited(null)}
      />
      <p role="status" className="panel__note">
        {said} {!isKept && t("notes.notKept")}
      </p>
      <Unreadable kept={store} what="notes" />
      {notes.length === 0 && !isUnreadable && <p className="panel__note">{t("notes.none")}</p>}
      <ul className="notes__list">
        {notes.map((note) => (
          <NoteRow
            key={annotationKey(note)}
            note={note}
            onEdit={() => setEdited(note)}
            onRemove={() => keep([], note)}
          />
        ))}
      </ul>
      <div className="tools__row">
        {notes.length > 0 && (
          <button type="button" className="link" onClick={() => saveNotes(notes)}>
            {t("notes.export")}
          </button>
        )}
        <JsonFileButton label={t("notes.import")} onFile={takeIn} />
      </div>
      <p className="panel__note">{t("notes.place")}</p>
    </div>
  );
}

function isSameNote(one: Annotation, other: Annotation | null): boolean {
  return other !== null && annotationKey(one) === annotationKey(other);
}

function saveNotes(notes: readonly Annotation[]): void {
  saveJson(printAnnotations(notes), "referral-notes.json");
}

type NoteRowProps = { note: Annotation; onEdit: () => void; onRemove: () => void };

function NoteRow({ note, onEdit, onRemove }: NoteRowProps): ReactNode {
  const { t, formats } = useI18n();
  const { from, to, text } = note;
  return (
    <li>
      <span className="notes__text">
        <span className="second">{formats.days(from, to)}</span> <bdi>{text}</bdi>
      </span>
      <button
        type="button"
        className="link"
        aria-label={t("notes.editName", { note: text })}
        onClick={onEdit}
      >
        {t("notes.edit")}
      </button>
      <button
        type="button"
        className="link"
        aria-label={t("notes.removeName", { note: text })}
        onClick={onRemove}
      >
        {t("notes.remove")}
      </button>
    </li>
  );
}
