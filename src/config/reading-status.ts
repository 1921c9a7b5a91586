import * as v from "valibot";
import { HistoryFactsSchema } from "./source-facts.ts";

/** Path of the server where a person's reading is told, begun anew (POST) and forgotten (DELETE). */
export const READING_PATH = "/reading";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How the reading of a person's referrals from the Referrals API stands. Times in ms since 1970 UTC. */
const ReadingStatusSchema = v.object({
  isReading: v.boolean(),
  /** Referrals read so far. */
  read: count,
  /** What the figures are made of: the how many-th state, 0 for none yet, and its referrals. */
  revision: count,
  referrals: count,
  /** Whether these are all that the person may see. */
  isWhole: v.boolean(),
  /** Date values in them that nobody can read. */
  unreadable: count,
  /** When the last reading that came to its end began; null before. */
  readAt: v.nullable(v.number()),
  /** Why the last reading did not come to its end, as the contract names it, and in the API's words. */
  problem: v.nullable(v.object({ kind: v.string(), description: v.nullable(v.string()) })),
  /** Names of the API that are not used because nobody knows them. */
  unknownNames: v.array(v.string()),
  /** Readings that are kept, and how many dates of a field lie between two of them. */
  history: v.optional(HistoryFactsSchema),
  imprecise: v.optional(v.record(v.string(), count)),
});
export type ReadingStatus = v.InferOutput<typeof ReadingStatusSchema>;

/** Null for what is no status. */
export function readReadingStatus(json: unknown): ReadingStatus | null {
  const read = v.safeParse(ReadingStatusSchema, json);
  return read.success ? read.output : null;
}
