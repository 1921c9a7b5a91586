import { isSame } from "#lib/is-same.ts";
import { createObservable, type Observable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { type PastVisits, readVisits, visitsAfter } from "./visits.ts";

/** The visits of a reader before this one; `note` takes down that somebody looks now, at data of this time (ms UTC). */
export type VisitStore = Observable<PastVisits> & {
  note: (data: number) => void;
  /** Whether this device keeps them beyond the page. */
  isKept: () => boolean;
};

const stores = new Map<string, VisitStore>();

/** The same store for the same reader. `data`: the time of the data that is shown now. */
export function visitStoreOf(reader: string, data: number): VisitStore {
  const store = stores.get(reader) ?? createStore(`visits:${reader}`, data);
  stores.set(reader, store);
  return store;
}

function createStore(name: string, data: number): VisitStore {
  let isKept = true;
  const look = (shown: number): PastVisits => {
    // Another tab may have been looked at in between.
    const visits = visitsAfter(readVisits(readStored(name)), { at: Date.now(), data: shown });
    isKept = writeStored(name, JSON.stringify(visits));
    return { before: visits.before, isReset: visits.isReset };
  };
  const past = createObservable(look(data));
  return {
    ...past,
    note(shown) {
      const now = look(shown);
      // What goes on changes with each look and concerns nobody.
      if (!isSame(now, past.get())) past.set(now);
    },
    isKept: () => isKept,
  };
}
