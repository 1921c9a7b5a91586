import { createKept, type Kept } from "#lib/kept.ts";
import { type Annotation, printAnnotations, readAnnotations } from "./annotations.ts";

/** The notes of a user on this device, in order of days. */
export type AnnotationStore = Kept<readonly Annotation[]>;

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
