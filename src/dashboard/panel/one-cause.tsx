import {
  createContext,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { createObservable, type Observable } from "#lib/observable.ts";

type Place = { cause: string; id: string };

const Places = createContext<
  (Observable<readonly Place[]> & { set: (places: readonly Place[]) => void }) | null
>(null);

/** Explains each error cause once, however many panels below fail for it. */
export function OneCause({ children }: { children: ReactNode }): ReactNode {
  const [places] = useState(() => createObservable<readonly Place[]>([]));
  return <Places value={places}>{children}</Places>;
}

const NONE: readonly Place[] = [];
const NOWHERE: Observable<readonly Place[]> = { get: () => NONE, subscribe: () => () => {} };

/** Whether this error is the first with its cause, and so explains it. */
export function useExplainsCause(cause: string): boolean {
  const places = useContext(Places);
  const id = useId();
  const all = useSyncExternalStore((places ?? NOWHERE).subscribe, (places ?? NOWHERE).get);
  useLayoutEffect(() => {
    if (!places) return;
    places.set([...places.get(), { cause, id }]);
    return () => places.set(places.get().filter((place) => place.id !== id));
  }, [places, cause, id]);
  return (all.find((place) => place.cause === cause)?.id ?? id) === id;
}
