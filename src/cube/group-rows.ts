import type { BucketColumn } from "#partner-center/bucket-table.ts";

/** Groups in order of first appearance: the first row of each group, and the group of each row. */
export type Groups = { firstRows: Uint32Array; groupOfRow: Uint32Array };

/** Integer keys below `radix`, equal for rows with equal codes. */
type Keys = { keys: Float64Array; radix: number };

// Up to here an array with a slot per possible key (4 MB) is faster than a hash table.
const DENSE_RADIX = 1 << 20;

/** Groups the rows that have equal codes in all columns, each of which has `size` rows. */
export function groupRows(columns: readonly BucketColumn[], size: number): Groups {
  return numbered(columns.reduce(withColumn, { keys: new Float64Array(size), radix: 1 }));
}

function withColumn(before: Keys, { codes, values }: BucketColumn): Keys {
  const base = Math.max(values.length, 1);
  const { keys, radix } = before.radix * base > Number.MAX_SAFE_INTEGER ? compressed(before) : before;
  for (let row = 0; row < keys.length; row++)
    keys[row] = (keys[row] as number) * base + (codes[row] as number);
  return { keys, radix: radix * base };
}

function compressed(keys: Keys): Keys {
  const { groupOfRow, firstRows } = numbered(keys);
  return { keys: Float64Array.from(groupOfRow), radix: firstRows.length };
}

function numbered(keys: Keys): Groups {
  return keys.radix <= DENSE_RADIX ? numberedBySlot(keys) : numberedByHash(keys.keys);
}

function numberedBySlot({ keys, radix }: Keys): Groups {
  const groupAt = new Uint32Array(radix); // 0 is free, else group + 1
  const groupOfRow = new Uint32Array(keys.length);
  const firstRows = new Uint32Array(keys.length);
  let groups = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (groupAt[key] === 0) {
      firstRows[groups] = row;
      groupAt[key] = ++groups;
    }
    groupOfRow[row] = (groupAt[key] as number) - 1;
  }
  return { firstRows: firstRows.slice(0, groups), groupOfRow };
}

function numberedByHash(keys: Float64Array): Groups {
  const mask = 2 ** Math.ceil(Math.log2(keys.length * 2 + 1)) - 1;
  const groupAt = new Uint32Array(mask + 1); // open addressing: 0 is free, else group + 1
  const groupOfRow = new Uint32Array(keys.length);
  const firstRows = new Uint32Array(keys.length);
  let groups = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    let at = hash(key) & mask;
    while (groupAt[at] !== 0 && keys[firstRows[(groupAt[at] as number) - 1] as number] !== key)
      at = (at + 1) & mask;
    if (groupAt[at] === 0) {
      firstRows[groups] = row;
      groupAt[at] = ++groups;
    }
    groupOfRow[row] = (groupAt[at] as number) - 1;
  }
  return { firstRows: firstRows.slice(0, groups), groupOfRow };
}

// Keys are integers up to 2^53: both halves are mixed with the odd constants of MurmurHash3.
function hash(key: number): number {
  const mixed = Math.imul(key | 0, 0x85ebca6b) ^ Math.imul((key / 0x1_0000_0000) | 0, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
