/** Leading characters to compare; strings equal up to there keep their order. */
const LETTERS = 16;
const KINDS = 256;

/** Characters above the last kind are not distinguished. */
function kindOf(text: string, place: number): number {
  return place < text.length ? Math.min(text.charCodeAt(place) + 1, KINDS - 1) : 0;
}

/**
 * Indexes of strings in approximately sorted order: a radix sort by leading characters, in a tenth of the time of a
 * comparison sort. Speeds up an exact sort afterwards.
 */
export function radixSort(texts: readonly string[]): Uint32Array {
  let order = Uint32Array.from(texts.keys());
  const kinds = new Uint8Array(texts.length);
  for (let place = LETTERS - 1; place >= 0; place--) {
    for (let index = 0; index < texts.length; index++) kinds[index] = kindOf(texts[index] as string, place);
    order = sortByKind(order, kinds);
  }
  return order;
}

function sortByKind(order: Uint32Array, kinds: Uint8Array): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(KINDS + 1);
  for (const kind of kinds) ends[kind + 1] = (ends[kind + 1] as number) + 1;
  for (let kind = 1; kind <= KINDS; kind++) ends[kind] = (ends[kind] as number) + (ends[kind - 1] as number);
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const kind = kinds[index] as number;
    const place = ends[kind] as number;
    sorted[place] = index;
    ends[kind] = place + 1;
  }
  return sorted;
}
