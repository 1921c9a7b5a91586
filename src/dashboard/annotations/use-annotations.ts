import type { ChartNote } from "#charts/chart-model.ts";
import { useReader } from "#dashboard/context/reader-context.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { createKept, type Kept } from "#lib/kept.ts";
import { useObservable } from "#lib/observable.ts";
import {
  type Annotation,
  annotationKey,
  annotationsInBuckets,
  type DatedBuckets,
  printAnnotations,
  readAnnotations,
} from "./annotations.ts";

/** The notes of a user on this device, in order of days. */
type AnnotationStore = Kept<readonly Annotation[]>;

const stores = new Map<string, AnnotationStore>();

/** One store per user. */
export function annotationStoreOf(reader: string): AnnotationStore {
  const store = stores.get(reader) ?? createStore(reader);
  stores.set(reader, store);
  return store;
}

function createStore(reader: string): AnnotationStore {
  return createKept<readonly Annotation[]>(`annotations:${reader}`, {
    empty: [],
    read(text) {
      const notes = readAnnotations(text);
      return Array.isArray(notes) ? notes : undefined;
    },
    print: (notes) => (notes.length === 0 ? null : printAnnotations(notes)),
  });
}

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
