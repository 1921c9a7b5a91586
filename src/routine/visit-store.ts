import { isSame } from "#lib/is-same.ts";
import { createObservable, type Observable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import { type PastVisits, readVisits, visitsAfter } from "./visits.ts";

/** The user's previous visits; `note` records a look at data of this time (ms UTC). */
export type VisitStore = Observable<PastVisits> & {
  note: (data: number) => void;
  /** Whether they are stored beyond the page. */
  isKept: Observable<boolean>;
};

const stores = new Map<string, VisitStore>();

/** One store per user. `data`: the time of the data shown. */
export function visitStoreOf(reader: string, data: number): VisitStore {
  const store = stores.get(reader) ?? createStore(`visits:${reader}`, data);
  stores.set(reader, store);
  return store;
}

function createStore(name: string, data: number): VisitStore {
  const isKept = createObservable(true);
  const look = (shown: number): PastVisits => {
    // Read again: another tab may have recorded a look.
    const visits = visitsAfter(readVisits(readStored(name)), { at: Date.now(), data: shown });
    isKept.set(writeStored(name, JSON.stringify(visits)));
    return { before: visits.before, isReset: visits.isReset };
  };
  const past = createObservable(look(data));
  return {
    ...past,
    note(shown) {
      const now = look(shown);
      // The current visit changes with each look; nobody observes it.
      if (!isSame(now, past.get())) past.set(now);
    },
    isKept,
  };
}
