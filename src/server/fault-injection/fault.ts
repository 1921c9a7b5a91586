import * as v from "valibot";
import { ENVELOPE_NAMES } from "./envelope.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3600));
const times = { times: v.exactOptional(count) };

/** A fault without parameters. */
function named<const Kind extends string>(kind: Kind) {
  return v.strictObject({ kind: v.literal(kind), ...times });
}

const PLAIN = [
  v.strictObject({
    kind: v.literal("throttle"),
    retryAfter: v.optional(seconds, 1),
    /** Where the wait is stated: `Retry-After` in seconds or as a date, or only in the body's text. */
    as: v.optional(v.picklist(["seconds", "date", "text"]), "seconds"),
    ...times,
  }),
  v.strictObject({
    kind: v.literal("unavailable"),
    status: v.optional(v.picklist([500, 502, 503, 504]), 503),
    retryAfter: v.exactOptional(seconds),
    ...times,
  }),
  v.strictObject({
    kind: v.literal("slow"),
    ms: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120_000)),
    ...times,
  }),
  v.strictObject({ kind: v.literal("bucket-limit"), n: count, ...times }),
  v.strictObject({ kind: v.literal("envelope"), variant: v.picklist(ENVELOPE_NAMES), ...times }),
  named("drop"),
  named("html"),
  named("malformed"),
  named("no-next-link"),
  named("looping-next-link"),
  named("expired-token"),
  named("forbidden"),
  named("mfa"),
  named("wrong-audience"),
  named("not-here"),
] as const;

const PlainFault = v.variant("kind", PLAIN);

const RandomFault = v.strictObject({
  kind: v.literal("random"),
  seed: v.pipe(v.number(), v.integer()),
  /** Share of calls with a fault. */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
  /** Faults to draw from with equal probability; by default one of every kind. */
  of: v.exactOptional(v.pipe(v.array(PlainFault), v.minLength(1))),
  ...times,
});

const FaultList = v.pipe(v.array(v.variant("kind", [...PLAIN, RandomFault])), v.maxLength(100));

/** A fault. `times`: number of calls; by default until it is removed. */
export type PlainFault = v.InferOutput<typeof PlainFault>;
/** A random mix, determined by the seed. */
export type RandomFault = v.InferOutput<typeof RandomFault>;
export type Fault = PlainFault | RandomFault;

/** A list of faults, or all reasons why it is invalid. */
export type FaultListReading = { faults: readonly Fault[] } | { wrong: readonly string[] };

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path === null ? "The list" : `[${path}]`}: ${issue.message}.`;
}

/** Parses the list of faults; reports all errors at once. */
export function readFaults(json: unknown): FaultListReading {
  const read = v.safeParse(FaultList, json);
  return read.success ? { faults: read.output } : { wrong: read.issues.map(sentence) };
}
