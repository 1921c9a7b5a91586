import { createObservable } from "#lib/observable.ts";
import { readStored } from "#lib/stored.ts";

export const watchStorageName = (reader: string) => `watch:${reader}`;

type Presence = ReturnType<typeof createObservable<boolean>>;

const presences = new Map<string, Presence>();

/** Whether an account has rules on this device; known without the code that judges them. */
export function watchPresenceOf(reader: string): Presence {
  const presence = presences.get(reader) ?? createObservable(readStored(watchStorageName(reader)) !== null);
  presences.set(reader, presence);
  return presence;
}
