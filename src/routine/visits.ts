import * as v from "valibot";

/** The last look, and the time of the data shown then; both in ms since 1970 UTC. */
export type Seen = { at: number; data: number };

/** Previous visits, newest first. */
export type PastVisits = {
  before: readonly Seen[];
  /** The device's clock was set back: visits in the future were dropped. */
  isReset: boolean;
};

/** The current visit, and previous ones. */
export type Visits = PastVisits & { current: Seen };

/** A visit ends after this time without a look. */
export const VISIT_GAP_MS = 30 * 60_000;
/** Tolerance for small clock corrections. */
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

/** Parses stored visits; null when absent or invalid. */
export function readVisits(text: string | null): Visits | null {
  const read = v.safeParse(TextSchema, text);
  return read.success ? read.output : null;
}

/** Adds a look: extends the current visit or begins a new one. Visits in the future are dropped. */
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
 * The starting point of "since your last visit": the data shown `back` visits before. None on a first visit; `ahead` if
 * newer data was shown then. `isReset`: the last visit lay in the future, so that this is the one before.
 */
export type VisitBase =
  | { kind: "first"; isReset: boolean }
  | { kind: "ahead" | "visit"; seen: Seen; hasEarlier: boolean; isReset: boolean };

export function visitBase({ before, isReset }: PastVisits, back: number, dataTime: number): VisitBase {
  const seen = before[Math.min(back, before.length - 1)];
  if (!seen) return { kind: "first", isReset };
  const hasEarlier = back < before.length - 1;
  const kind = seen.data > dataTime ? "ahead" : "visit";
  return { kind, seen, hasEarlier, isReset: isReset && back === 0 };
}
