import { createObservable, type Observable } from "#lib/observable.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import type { Judgement } from "#referrals/watch/judge-rule.ts";
import { readWatchRules, type WatchRule } from "#referrals/watch/watch-rule.ts";
import { watchPresenceOf, watchStorageName } from "./watch-presence.ts";

export type Judgements = ReadonlyMap<string, Judgement>;

export type WatchStore = {
  rules: Observable<readonly WatchRule[]>;
  /** Stores the rules; false when they will not survive a reload. */
  set: (rules: readonly WatchRule[]) => boolean;
  /** The latest judgement of each rule, by its key. */
  judgements: Observable<Judgements>;
  judge: (rule: WatchRule, judgement: Judgement) => void;
};

const stores = new Map<string, WatchStore>();

/** One store of rules per account. */
export function watchStoreOf(reader: string): WatchStore {
  const store = stores.get(reader) ?? createStore(reader);
  stores.set(reader, store);
  return store;
}

export function ruleKey(rule: WatchRule): string {
  return JSON.stringify(rule);
}

function createStore(reader: string): WatchStore {
  const name = watchStorageName(reader);
  const read = readWatchRules(readStored(name) ?? "[]");
  const rules = createObservable<readonly WatchRule[]>(Array.isArray(read) ? read : []);
  const judgements = createObservable<Judgements>(new Map());
  return {
    rules,
    set(next) {
      const isKept = writeStored(name, next.length === 0 ? null : JSON.stringify(next));
      rules.set(next);
      watchPresenceOf(reader).set(next.length > 0);
      const keys = new Set(next.map(ruleKey));
      judgements.set(new Map([...judgements.get()].filter(([key]) => keys.has(key))));
      return isKept;
    },
    judgements,
    judge: (rule, judgement) => judgements.set(new Map(judgements.get()).set(ruleKey(rule), judgement)),
  };
}
