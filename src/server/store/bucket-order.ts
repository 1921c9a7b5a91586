import { NO_KEY } from "./bucket-json.ts";

/**
 * The places of buckets ordered by key, the first column first, absence last. Keys and place are packed into one number
 * each: numbers are sorted many times as fast as by a comparing function. Null where they don't fit into one.
 */
export function orderOfKeys(columns: readonly Int32Array[], size: number): Uint32Array | null {
  const packed = new Float64Array(size);
  let most = size;
  for (const keys of columns) {
    const { first, span } = rangeOf(keys);
    most *= span;
    if (most > Number.MAX_SAFE_INTEGER) return null;
    for (let place = 0; place < size; place += 1) {
      const key = keys[place] as number;
      const rank = key === NO_KEY ? span - 1 : key - first;
      packed[place] = (packed[place] as number) * span + rank;
    }
  }
  const order = new Uint32Array(size);
  for (let place = 0; place < size; place += 1) packed[place] = (packed[place] as number) * size + place;
  packed.sort();
  for (let place = 0; place < size; place += 1) order[place] = (packed[place] as number) % size;
  return order;
}

/** Fills `ordered` with the values at these places. */
export function inOrder<T extends Int32Array | Float64Array>(values: T, order: Uint32Array, ordered: T): T {
  for (let at = 0; at < order.length; at += 1) ordered[at] = values[order[at] as number] as number;
  return ordered;
}

/** The least key, and how many are possible from there, with one for absence. */
function rangeOf(keys: Int32Array): { first: number; span: number } {
  let [first, last] = [NO_KEY, NO_KEY];
  for (const key of keys) {
    if (key === NO_KEY) continue;
    if (key < first) first = key;
    if (last === NO_KEY || key > last) last = key;
  }
  return { first, span: last - first + 2 };
}
