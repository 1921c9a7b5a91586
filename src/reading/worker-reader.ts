import type { GroupedQuery } from "#partner-center/query.ts";
import {
  type AnswerReader,
  DIRECT_READER,
  type GroupedPage,
  type RecordsPage,
} from "#partner-center/response.ts";
import { pageOf, type ReadingJob, type ReadingReply } from "./reading-job.ts";

/** As much of a `Worker` as is needed. */
export type JobPort = Pick<Worker, "postMessage" | "addEventListener">;

/** Below this many bytes, reading takes less time than sending there and back. */
const LEAST_BYTES = 64 * 1024;

type Page = GroupedPage | RecordsPage;
type Waiting = { settle: (reply: ReadingReply) => void; giveUp: () => void };

/** Sends jobs and hands out their replies; null as soon as the other side has failed. */
type Line = (body: ArrayBuffer, query: GroupedQuery | null) => Promise<Page | null>;

function lineTo(port: JobPort, onFailure: () => void): Line {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const fail = () => {
    onFailure();
    for (const { giveUp } of waiting.values()) giveUp();
    waiting.clear();
  };
  port.addEventListener("message", (event) => {
    const reply = (event as MessageEvent<ReadingReply>).data;
    waiting.get(reply.id)?.settle(reply);
    waiting.delete(reply.id);
  });
  port.addEventListener("error", fail);
  port.addEventListener("messageerror", fail);
  return async (body, query) => {
    const id = ++last;
    const reply = await new Promise<ReadingReply | null>((resolve) => {
      waiting.set(id, { settle: resolve, giveUp: () => resolve(null) });
      const job: ReadingJob = { id, body, query };
      // The bytes are copied, which costs next to nothing, so that they are still here should the worker fail.
      port.postMessage(job);
    });
    return reply && pageOf(reply);
  };
}

/**
 * Has large bodies read by a worker, which `open` starts at the first of them, or at `warmUp`. Where it cannot be
 * started, or fails, bodies are read on this thread, also those that it had already.
 */
export function createWorkerReader(open: () => JobPort): AnswerReader & { warmUp: () => void } {
  let line: Line | null | undefined;

  function opened(): Line | null {
    try {
      return lineTo(open(), () => (line = null));
    } catch {
      return null;
    }
  }

  async function read(body: ArrayBuffer, query: GroupedQuery | null): Promise<Page | null> {
    if (body.byteLength < LEAST_BYTES) return null;
    if (line === undefined) line = opened();
    return line?.(body, query) ?? null;
  }

  return {
    warmUp: () => {
      if (line === undefined) line = opened();
    },
    grouped: async (body, query) =>
      ((await read(body, query)) as GroupedPage | null) ?? DIRECT_READER.grouped(body, query),
    records: async (body) => ((await read(body, null)) as RecordsPage | null) ?? DIRECT_READER.records(body),
  };
}
