import { del, get, set } from "idb-keyval";
import { storedName } from "#lib/base-path.ts";
import type { OpenedRecords } from "./opened-records.ts";

/** Stored format of opened files; other versions are ignored. */
type Kept = { version: 2; name: string; records: OpenedRecords };

const KEY = storedName("opened-files");
const VERSION = 2;

/** Stores opened files on this device, replacing earlier ones. @throws the browser's storage error */
export async function keepRecords(records: OpenedRecords, name: string): Promise<void> {
  await set(KEY, { version: VERSION, name, records } satisfies Kept);
}

/** The stored files; null for none or another version. */
export async function readKept(): Promise<Kept | null> {
  const kept = await get<Kept>(KEY);
  return kept?.version === VERSION ? kept : null;
}

export function forgetKept(): Promise<void> {
  return del(KEY);
}
