import { LRUCache } from "lru-cache";
import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

/** Limit of stored sessions, codes and tokens; the oldest are dropped first. */
const MAX_ENTRIES = 10_000;

/** An in-memory adapter for oidc-provider, separate for each stand-in. */
export function createMemory(): AdapterFactory {
  const entries = new LRUCache<string, AdapterPayload>({ max: MAX_ENTRIES });
  return (model) => adapterOf(model, entries);
}

function adapterOf(model: string, entries: LRUCache<string, AdapterPayload>): Adapter {
  const named = (id: string): string => `${model} ${id}`;
  const having = (name: "uid" | "userCode", value: string): AdapterPayload | undefined =>
    [...entries].find(([key, entry]) => key.startsWith(`${model} `) && entry[name] === value)?.[1];
  return {
    upsert: async (id, payload, expiresIn = 3600) => {
      entries.set(named(id), payload, { ttl: expiresIn * 1000 });
    },
    find: async (id) => entries.get(named(id)),
    findByUid: async (uid) => having("uid", uid),
    findByUserCode: async (userCode) => having("userCode", userCode),
    consume: async (id) => {
      const entry = entries.get(named(id));
      if (entry) entry.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      entries.delete(named(id));
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, entry] of entries) if (entry.grantId === grantId) entries.delete(key);
    },
  };
}
