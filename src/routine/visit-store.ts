import { sourceFactsOf } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { isSame } from "#lib/is-same.ts";
import { createKept, type Kept } from "#lib/kept.ts";
import { createObservable, type Observable } from "#lib/observable.ts";
import { type PastVisits, readVisits, type Visits, visitsAfter } from "./visits.ts";

/** The user's previous visits; `note` records a look at data of this time (ms UTC). */
export type VisitStore = Observable<PastVisits> &
  Pick<Kept<unknown>, "isKept" | "unreadable" | "discard"> & { note: (data: number) => void };

const stores = new Map<string, VisitStore>();

/** One store per user. `data`: the time of the data shown. */
export function visitStoreOf(reader: string, data: number): VisitStore {
  const store = stores.get(reader) ?? createStore(`visits:${reader}`, data);
  stores.set(reader, store);
  return store;
}

function createStore(name: string, data: number): VisitStore {
  const kept = createKept<Visits | null>(name, {
    empty: null,
    read: (text) => readVisits(text) ?? undefined,
    print: (visits) => visits && JSON.stringify(visits),
  });
  let shown = data;
  const look = (): PastVisits => {
    // Nobody asked for this change, so it must not replace what can't be read.
    if (kept.unreadable.get() === null)
      kept.change((visits) => visitsAfter(visits, { at: Date.now(), data: shown }));
    const { before, isReset } = kept.get() ?? { before: [], isReset: false };
    return { before, isReset };
  };
  const past = createObservable(look());
  const update = () => {
    const now = look();
    // The current visit changes with each look; nobody observes it.
    if (!isSame(now, past.get())) past.set(now);
  };
  return {
    ...past,
    note(next) {
      shown = next;
      update();
    },
    isKept: kept.isKept,
    unreadable: kept.unreadable,
    discard() {
      kept.discard();
      update();
    },
  };
}

/**
 * Until when what is shown may have happened (ms UTC). Changes between two imports of files get dates of their own, which
 * may be later than the newest date in the files, and so than the time of the data.
 */
export function useSeenTime(): number {
  const { config, viewData } = useView();
  return Math.max(viewData.dataTime, sourceFactsOf(config.data)?.history?.last ?? 0);
}
