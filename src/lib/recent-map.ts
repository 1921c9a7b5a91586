/** A map of the `max` entries that were used last. A library for it would be 6 kB of the first page, compressed. */
export type RecentMap<V> = {
  get: (name: string) => V | undefined;
  set: (name: string, value: V) => void;
  delete: (name: string) => void;
};

export function createRecentMap<V extends object>(max: number): RecentMap<V> {
  const entries = new Map<string, V>();
  const set = (name: string, value: V) => {
    entries.delete(name);
    entries.set(name, value);
    const [oldest] = entries.keys();
    if (entries.size > max && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get(name) {
      const value = entries.get(name);
      if (value) set(name, value);
      return value;
    },
    set,
    delete: (name) => void entries.delete(name),
  };
}
