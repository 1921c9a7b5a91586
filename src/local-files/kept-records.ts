import { del, get, set } from "idb-keyval";
import type { OpenedRecords } from "./opened-records.ts";

/** Opened files as they are kept on the device; another version is not read. */
type Kept = { version: 2; name: string; records: OpenedRecords };

const KEY = "opened-files";
const VERSION = 2;

/** Keeps opened files on this device, in place of those kept before. @throws what the browser refuses with. */
export async function keepRecords(records: OpenedRecords, name: string): Promise<void> {
  await set(KEY, { version: VERSION, name, records } satisfies Kept);
}

/** What is kept; null for nothing, and for what an older or newer page has kept. */
export async function readKept(): Promise<Kept | null> {
  const kept = await get<Kept>(KEY);
  return kept?.version === VERSION ? kept : null;
}

export function forgetKept(): Promise<void> {
  return del(KEY);
}
