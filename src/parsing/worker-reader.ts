import { type Cube, cubeOfPages, type Pages } from "#cube/cube.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import {
  DIRECT_READER,
  type GroupedPage,
  type RecordsPage,
  type ResponseReader,
} from "#partner-center/response.ts";
import { type ParseJob, type ParseReply, type ParseResult, type ParseTask, resultIn } from "./parse-job.ts";

/** Reads the pages of an answer, and makes one cube of them. */
export type PageReader = ResponseReader & {
  fold: (query: GroupedQuery, pages: Pages) => Promise<Cube>;
};

/** Does all of it where it is called. */
export const DIRECT_PAGE_READER: PageReader = {
  ...DIRECT_READER,
  fold: async (query, pages) => cubeOfPages(query, pages),
};

/** As much of a `Worker` as is needed. */
export type JobPort = Pick<Worker, "postMessage" | "addEventListener">;

/** Below so many bytes or rows, the work takes less time than sending there and back. */
const MIN_BYTES = 64 * 1024;
const MIN_ROWS = 1000;

/** Sends tasks and hands out their results; null where the other side has failed. */
type Line = (task: ParseTask) => Promise<ParseResult | null>;

function lineTo(port: JobPort, onFailure: () => void): Line {
  const waiting = new Map<number, (reply: ParseReply | null) => void>();
  let last = 0;
  const fail = () => {
    onFailure();
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  port.addEventListener("message", (event) => {
    const { data: reply } = event as MessageEvent<ParseReply>;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  port.addEventListener("error", fail);
  port.addEventListener("messageerror", fail);
  return async (task) => {
    const job: ParseJob = { id: ++last, task };
    const reply = await new Promise<ParseReply | null>((resolve) => {
      waiting.set(job.id, resolve);
      // The bytes are copied, which costs next to nothing, so that they are still here should the worker fail.
      port.postMessage(job);
    });
    return reply && resultIn(reply);
  };
}

/**
 * Has large answers read by a worker, which `open` starts at the first of them, or at `warmUp`. Where it cannot be
 * started, or fails, all is done on this thread, also what it had already.
 */
export function createWorkerReader(open: () => JobPort): PageReader & { warmUp: () => void } {
  let line: Line | null | undefined;

  function lineNow(): Line | null {
    if (line === undefined) {
      try {
        line = lineTo(open(), () => (line = null));
      } catch {
        line = null;
      }
    }
    return line;
  }

  async function there<Result extends ParseResult>(
    isLarge: boolean,
    task: ParseTask,
  ): Promise<Result | null> {
    const found = isLarge ? await lineNow()?.(task) : null;
    // A task of a kind gives the result of that kind, by either way.
    return (found ?? null) as Result | null;
  }

  return {
    warmUp: () => void lineNow(),
    async grouped(body, query) {
      const isLarge = body.byteLength >= MIN_BYTES;
      const page = await there<GroupedPage>(isLarge, { kind: "grouped", body, query });
      return page ?? DIRECT_PAGE_READER.grouped(body, query);
    },
    async records(body) {
      const page = await there<RecordsPage>(body.byteLength >= MIN_BYTES, { kind: "records", body });
      return page ?? DIRECT_PAGE_READER.records(body);
    },
    async fold(query, pages) {
      const isLarge = pages.some(({ size }) => size >= MIN_ROWS);
      const cube = await there<Cube>(isLarge, { kind: "fold", query, pages });
      return cube ?? DIRECT_PAGE_READER.fold(query, pages);
    },
  };
}
