import { type FormEvent, type ReactNode, useState } from "react";
import { type Annotation, MAX_ANNOTATION_TEXT } from "#dashboard/annotations/annotations.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { type Day, dayOfInstant } from "#lib/calendar.ts";
import { useSelection } from "#selection/use-selection.ts";
import { DayField } from "#ui/day-field.tsx";

const BOUNDS = { first: "1900-01-01", last: "2199-12-31" };

type NoteFormProps = {
  /** The note to change; null for a new one. */
  edited: Annotation | null;
  /** False when it was not saved. */
  onSave: (note: Annotation) => boolean;
  onCancel: () => void;
};

/** A note: its days and its text. */
export function NoteForm({ edited, onSave, onCancel }: NoteFormProps): ReactNode {
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
