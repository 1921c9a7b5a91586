import { createObservable, type Observable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { type Annotation, printAnnotations, readAnnotations } from "./annotations.ts";

/** The notes of a user on this device, in order of days. */
export type AnnotationStore = Observable<readonly Annotation[]> & {
  /** Applies a change to what is stored now: another tab may have changed it. */
  change: (next: (notes: readonly Annotation[]) => readonly Annotation[]) => void;
  /** Whether they are stored beyond the page. */
  isKept: Observable<boolean>;
};

const stores = new Map<string, AnnotationStore>();

/** One store per user. */
export function annotationStoreOf(reader: string): AnnotationStore {
  const store = stores.get(reader) ?? createStore(`annotations:${reader}`);
  stores.set(reader, store);
  return store;
}

function createStore(name: string): AnnotationStore {
  const isKept = createObservable(true);
  const read = (): readonly Annotation[] => {
    const notes = readAnnotations(readStored(name) ?? "");
    return Array.isArray(notes) ? notes : [];
  };
  const { set, ...notes } = createObservable(read());
  globalThis.addEventListener?.("storage", ({ key }) => {
    if (key === name) set(read());
  });
  return {
    ...notes,
    change(next) {
      const changed = next(read());
      isKept.set(writeStored(name, changed.length === 0 ? null : printAnnotations(changed)));
      set(changed);
    },
    isKept,
  };
}
