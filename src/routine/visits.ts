import * as v from "valibot";

/** When somebody last looked, and the time of the data that was shown then; both in ms since 1970 UTC. */
export type Seen = { at: number; data: number };

/** The visits before this one, the newest first. */
export type PastVisits = {
  before: readonly Seen[];
  /** The device's clock was set back: visits that would lie ahead of it were dropped. */
  isReset: boolean;
};

/** The visit that goes on, and those before it. */
export type Visits = PastVisits & { current: Seen };

/** A visit is over once nobody has looked for so long. */
export const VISIT_GAP_MS = 30 * 60_000;
/** Clocks are set by a little all the time. */
const CLOCK_SLACK_MS = 60_000;
const MAX_VISITS = 10;

const SeenSchema = v.object({
  at: v.pipe(v.number(), v.finite()),
  data: v.pipe(v.number(), v.finite()),
});
const VisitsSchema = v.object({
  current: SeenSchema,
  before: v.pipe(
    v.array(SeenSchema),
    v.transform((all) => all.slice(0, MAX_VISITS)),
  ),
  isReset: v.optional(v.boolean(), false),
});
const TextSchema = v.pipe(v.string(), v.parseJson(), VisitsSchema);

/** Visits as this device keeps them; null for none, and for a text that is none. */
export function readVisits(text: string | null): Visits | null {
  const read = v.safeParse(TextSchema, text);
  return read.success ? read.output : null;
}

/** The visits after somebody has looked now: still those, or one more. Whatever lies ahead of the clock is dropped. */
export function visitsAfter(visits: Visits | null, now: Seen): Visits {
  if (visits === null) return { current: now, before: [], isReset: false };
  const { current, before, isReset } = visits;
  if (now.at < current.at - CLOCK_SLACK_MS) {
    const past = before.filter(({ at }) => at <= now.at);
    return { current: now, before: past, isReset: true };
  }
  if (now.at - current.at < VISIT_GAP_MS)
    return { current: { at: Math.max(now.at, current.at), data: now.data }, before, isReset };
  return { current: now, before: [current, ...before].slice(0, MAX_VISITS), isReset: false };
}

/**
 * What "since your last visit" counts from: what was shown then, `back` visits further back. Nothing on a first visit;
 * `ahead` where newer data was shown then than now.
 */
export type VisitBase =
  | { kind: "first"; isReset: boolean }
  | { kind: "ahead" | "visit"; seen: Seen; hasEarlier: boolean };

export function visitBase({ before, isReset }: PastVisits, back: number, dataTime: number): VisitBase {
  const seen = before[Math.min(back, before.length - 1)];
  if (!seen) return { kind: "first", isReset };
  const hasEarlier = back < before.length - 1;
  return { kind: seen.data > dataTime ? "ahead" : "visit", seen, hasEarlier };
}
