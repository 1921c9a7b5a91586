import * as v from "valibot";
import { HistoryFactsSchema } from "./source-facts.ts";

/** GET: status of reading a person's referrals; POST: read again; DELETE: forget. */
export const READING_PATH = "/reading";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Progress of reading a person's referrals from the Referrals API. Times in ms since 1970 UTC. */
const ReadingStatusSchema = v.object({
  isReading: v.boolean(),
  /** Referrals read so far. */
  read: count,
  /** Number of the data state behind the figures (0 for none yet), and its referrals. */
  revision: count,
  referrals: count,
  /** Whether these are all referrals that the person may see. */
  isWhole: v.boolean(),
  /** Unreadable date values. */
  unreadable: count,
  /** Start of the last complete reading; null before. */
  readAt: v.nullable(v.number()),
  /** Why the last reading failed: the kind as in the contract, and the API's message. */
  problem: v.nullable(v.object({ kind: v.string(), description: v.nullable(v.string()) })),
  /** Names from the API that are unknown and therefore ignored. */
  unknownNames: v.array(v.string()),
  /** Stored reads, and the number of dates per field known only to lie between two of them. */
  history: v.optional(HistoryFactsSchema),
  imprecise: v.optional(v.record(v.string(), count)),
});
export type ReadingStatus = v.InferOutput<typeof ReadingStatusSchema>;

/** Null for anything but a valid status. */
export function readReadingStatus(json: unknown): ReadingStatus | null {
  const read = v.safeParse(ReadingStatusSchema, json);
  return read.success ? read.output : null;
}
