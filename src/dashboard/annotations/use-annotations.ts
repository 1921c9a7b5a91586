import type { ChartNote } from "#charts/chart-model.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { useObservable } from "#lib/observable.ts";
import { useReader } from "../context/reader-context.ts";
import { annotationStoreOf } from "./annotation-store.ts";
import { type Annotation, annotationKey } from "./annotations.ts";
import { annotationsInBuckets, type DatedBuckets } from "./annotations-in-buckets.ts";

/** The user's notes, in order of days. */
export function useAnnotations(): readonly Annotation[] {
  return useObservable(annotationStoreOf(useReader()));
}

/** The user's notes on these buckets, for a chart. */
export function useChartNotes(buckets: DatedBuckets): ChartNote[] {
  const { formats } = useI18n();
  return annotationsInBuckets(useAnnotations(), buckets).map(({ note, first, last }) => ({
    key: annotationKey(note),
    first,
    last,
    days: formats.days(note.from, note.to),
    text: note.text,
  }));
}
