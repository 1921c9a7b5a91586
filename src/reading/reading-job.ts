import { AnalyticsError, type FailedCall, type Problem } from "#partner-center/errors.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import {
  type GroupedPage,
  type RecordsPage,
  readGroupedPage,
  readRecordsPage,
} from "#partner-center/response.ts";

/** A body to be read by another thread; `query` is null where referrals were asked for. */
export type ReadingJob = { id: number; body: ArrayBuffer; query: GroupedQuery | null };

/** What came of it, as it can be sent: an `AnalyticsError` would arrive as an error of no name. */
export type ReadingReply = { id: number } & (
  | { kind: "read"; page: GroupedPage | RecordsPage }
  | { kind: "refused"; problem: Problem; call: FailedCall; cause: unknown }
  | { kind: "broken"; error: unknown }
);

/** Does a job. Never throws. */
export function doJob({ id, body, query }: ReadingJob): ReadingReply {
  try {
    const text = new TextDecoder().decode(body);
    return { id, kind: "read", page: query ? readGroupedPage(text, query) : readRecordsPage(text) };
  } catch (error) {
    if (!(error instanceof AnalyticsError)) return { id, kind: "broken", error };
    return { id, kind: "refused", problem: error.problem, call: error.call, cause: error.cause };
  }
}

/** The page of a reply. @throws AnalyticsError, the same as reading here would have thrown. */
export function pageOf(reply: ReadingReply): GroupedPage | RecordsPage {
  if (reply.kind === "read") return reply.page;
  if (reply.kind === "refused") throw new AnalyticsError(reply.problem, reply.call, reply.cause);
  throw reply.error;
}

/** The memory of a reply that may change threads instead of being copied. */
export function transferablesOf(reply: ReadingReply): ArrayBuffer[] {
  if (reply.kind !== "read") return [];
  const { page } = reply;
  return "buckets" in page ? buffersOfBuckets(page) : buffersOfRecords(page);
}

/** All of them own their memory alone, and none of it is shared. */
function bufferOf({ buffer }: Float64Array | Uint32Array | Uint16Array): ArrayBuffer {
  return buffer as ArrayBuffer;
}

function buffersOfBuckets({ buckets: { counts, columns } }: GroupedPage): ArrayBuffer[] {
  return [counts, ...columns.map(({ codes }) => codes)].map(bufferOf);
}

function buffersOfRecords({ records: { terms, dates } }: RecordsPage): ArrayBuffer[] {
  const codes = Object.values(terms).map((column) => column.codes);
  const instants = Object.values(dates).map((column) => column.at);
  return [...codes, ...instants].map(bufferOf);
}
