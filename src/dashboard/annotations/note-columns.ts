import type { I18n } from "#i18n/i18n.tsx";
import type { Period } from "#referrals/period.ts";
import type { ValueColumn } from "#table/column.ts";
import { type Annotation, annotationsInBuckets } from "./annotations.ts";

/** The notes on the days of each row; no column without notes on any of them. */
export function noteColumns<Row>(
  notes: readonly Annotation[],
  rows: readonly Row[],
  coveredOf: (row: Row) => Period,
  { t }: I18n,
): ValueColumn<Row>[] {
  const ofRows = annotationsInBuckets(
    notes,
    rows.map((row) => ({ covered: coveredOf(row) })),
  );
  if (ofRows.length === 0) return [];
  const textsOf = (row: Row) => annotationsInBuckets(notes, [{ covered: coveredOf(row) }]);
  return [
    {
      id: "notes",
      header: t("notes.column"),
      className: "text",
      kind: "text",
      value: (row) =>
        textsOf(row)
          .map(({ note }) => note.text)
          .join("; ") || null,
    },
  ];
}
