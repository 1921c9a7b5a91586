/** Where somebody reads a chart over time: a bucket, a series of it or all, and the other end of a range. */
export type Reading = { at: number; key: string | null; anchor: number | null };

/** What can be read: the place of the last bucket, and the series from top to bottom. */
export type Readable = { last: number; keys: readonly string[] };

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** What a key of the keyboard does to a reading: along the buckets, with Shift as a range; up and down the series. */
export function readOn(reading: Reading, key: string, shift: boolean, { last, keys }: Readable): Reading {
  const step = STEPS[key];
  if (step) {
    const at = Math.max(0, Math.min(last, step(reading.at, last)));
    return { ...reading, at, anchor: shift ? (reading.anchor ?? reading.at) : null };
  }
  if (key === "Escape") return { ...reading, key: null, anchor: null };
  if (key !== "ArrowUp" && key !== "ArrowDown") return reading;
  const ring = [null, ...keys];
  const place = ring.indexOf(reading.key) + (key === "ArrowDown" ? 1 : -1);
  return { ...reading, key: ring.at(place % ring.length) ?? null };
}

/** Both ends of the range of a reading, in order; null where it has none. */
export function rangeOf({ at, anchor }: Reading): { first: number; last: number } | null {
  return anchor === null ? null : { first: Math.min(at, anchor), last: Math.max(at, anchor) };
}
