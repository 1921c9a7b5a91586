import { useReader } from "#dashboard/context/reader-context.ts";
import { createKept, type Kept } from "#lib/kept.ts";
import { createObservable, type Observable, useObservable } from "#lib/observable.ts";
import type { Judgement } from "#referrals/watch/judge-rule.ts";
import { readWatchRules, type WatchRule } from "#referrals/watch/watch-rule.ts";
import { watchStorageName } from "./watch-presence.ts";

export type Judgements = ReadonlyMap<string, Judgement>;

export type WatchStore = {
  rules: Kept<readonly WatchRule[]>;
  /** The latest judgement of each rule, by its key; those of former rules may remain. */
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

/** The account's rules, and whether those that are kept can't be read. */
export function useWatchRules() {
  const store = watchStoreOf(useReader());
  const isUnreadable = useObservable(store.rules.unreadable) !== null;
  return { store, rules: useObservable(store.rules), isUnreadable };
}

export function ruleKey(rule: WatchRule): string {
  return JSON.stringify(rule);
}

function createStore(reader: string): WatchStore {
  const judgements = createObservable<Judgements>(new Map());
  return {
    rules: createKept<readonly WatchRule[]>(watchStorageName(reader), {
      empty: [],
      read(text) {
        const rules = readWatchRules(text);
        return Array.isArray(rules) ? rules : undefined;
      },
      print: (rules) => (rules.length === 0 ? null : JSON.stringify(rules)),
    }),
    judgements,
    judge: (rule, judgement) => judgements.set(new Map(judgements.get()).set(ruleKey(rule), judgement)),
  };
}
