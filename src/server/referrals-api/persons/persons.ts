import { createHash } from "node:crypto";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { PERSON_FOLDER } from "../../history/history-folder.ts";
import { Person, type PersonOptions } from "./person.ts";

export type PersonsOptions = Omit<PersonOptions, "historyFolder"> & {
  /** Parent of the folders of all persons; null to store nothing. */
  historyDir?: string | null;
  /** Idle time in ms after which a person's referrals are dropped. */
  idleMs?: number;
  /** Maximum number of persons; the least recently used is dropped. */
  max?: number;
};

export type Persons = {
  /** The person of this tenant and object id, both from a validated token. */
  of: (tenantId: string, oid: string) => Person;
  /** Everybody whose referrals are held. */
  all: () => Person[];
  /** Drops everything read for this person. */
  forget: (tenantId: string, oid: string) => void;
  close: () => void;
};

const IDLE_MS = 30 * 60_000;
const MAX_PERSONS = 20;

/** Hashed, so that a folder's name does not reveal the person. */
function folderOf(historyDir: string | null | undefined, key: string): string | null {
  if (!historyDir) return null;
  const digest = createHash("sha256").update(key).digest("base64url");
  return join(historyDir, `${PERSON_FOLDER}${digest.slice(0, 24)}`);
}

/** Keeps each person's referrals separate. */
export function createPersons({
  idleMs = IDLE_MS,
  max = MAX_PERSONS,
  historyDir,
  ...options
}: PersonsOptions): Persons {
  const persons = new LRUCache<string, Person>({
    max,
    ttl: idleMs,
    ttlAutopurge: true,
    updateAgeOnGet: true,
    dispose: (person) => person.close(),
  });
  const keyOf = (tenantId: string, oid: string) => `${tenantId} ${oid}`.toLowerCase();
  return {
    of(tenantId, oid) {
      const key = keyOf(tenantId, oid);
      const known = persons.get(key) ?? new Person({ ...options, historyFolder: folderOf(historyDir, key) });
      if (!persons.has(key)) persons.set(key, known);
      return known;
    },
    all: () => [...persons.values()],
    forget: (tenantId, oid) => void persons.delete(keyOf(tenantId, oid)),
    close: () => persons.clear(),
  };
}
