/** Stands for null among integers, after all others. */
export const NO_KEY = 2_147_483_647;

/** So many combinations of keys fit into a table of 4 MB. */
const MAX_TABLE = 1_000_000;

/**
 * The places of buckets ordered by key, the first column first, absence last. Each bucket is another combination of keys,
 * so numbered combinations need no sorting where there are few, and where they are exact numbers are sorted many times as
 * fast as by a comparing function.
 */
export function orderOfKeys(columns: readonly Int32Array[], size: number): Uint32Array {
  const numbers = new Float64Array(size);
  let most = 1;
  for (const keys of columns) {
    const { first, span } = rangeOf(keys);
    most *= span;
    for (let place = 0; place < size; place += 1) {
      const key = keys[place] as number;
      const rank = key === NO_KEY ? span - 1 : key - first;
      numbers[place] = (numbers[place] as number) * span + rank;
    }
  }
  if (most <= MAX_TABLE) return orderInTable(numbers, most);
  if (most * size > Number.MAX_SAFE_INTEGER) return comparedOrder(columns, size);
  for (let place = 0; place < size; place += 1) numbers[place] = (numbers[place] as number) * size + place;
  numbers.sort();
  return Uint32Array.from(numbers, (number) => number % size);
}

function orderInTable(numbers: Float64Array, most: number): Uint32Array {
  const table = new Uint32Array(most);
  for (let place = 0; place < numbers.length; place += 1) table[numbers[place] as number] = place + 1;
  const order = new Uint32Array(numbers.length);
  let at = 0;
  for (const place of table) if (place > 0) order[at++] = place - 1;
  return order;
}

function comparedOrder(columns: readonly Int32Array[], size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, place) => place).sort((a, b) => {
    const differing = columns.find((keys) => keys[a] !== keys[b]);
    return differing ? (differing[a] as number) - (differing[b] as number) : 0;
  });
}

/** Fills `ordered` with the values at these places. */
export function valuesInOrder<T extends Int32Array | Float64Array>(
  values: T,
  order: Uint32Array,
  ordered: T,
): T {
  for (let at = 0; at < order.length; at += 1) ordered[at] = values[order[at] as number] as number;
  return ordered;
}

/** The least key, and how many are possible from there, with one for absence. */
export function rangeOf(keys: Int32Array): { first: number; span: number } {
  let [first, last] = [NO_KEY, NO_KEY];
  for (const key of keys) {
    if (key === NO_KEY) continue;
    if (key < first) first = key;
    if (last === NO_KEY || key > last) last = key;
  }
  return { first, span: last - first + 2 };
}
