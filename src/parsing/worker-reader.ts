import { type Cube, cubeOfPages, type Pages } from "#cube/cube.ts";
import { createWorkerClient, type WorkerClient, WorkerFailed, type WorkerPort } from "#lib/worker-client.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import {
  DIRECT_READER,
  type GroupedPage,
  type RecordsPage,
  type ResponseReader,
} from "#partner-center/response.ts";
import { type ParseReply, type ParseResult, type ParseTask, resultIn } from "./parse-job.ts";

/** Parses the pages of a response and merges them into a cube. */
export type PageReader = ResponseReader & {
  fold: (query: GroupedQuery, pages: Pages) => Promise<Cube>;
};

/** Works on the calling thread. */
export const DIRECT_PAGE_READER: PageReader = {
  ...DIRECT_READER,
  fold: async (query, pages) => cubeOfPages(query, pages),
};

/**
 * Below this many bytes or rows the work takes a few milliseconds on a slow machine, less than a round trip; and the
 * first answers would wait for the worker's start.
 */
const MIN_BYTES = { grouped: 256 * 1024, records: 64 * 1024 };
const MIN_ROWS = 10_000;

/**
 * Parses large responses in a worker, which `open` starts at the first of them or at `warmUp`. If the worker cannot be
 * started or fails, this thread does all work, pending tasks included.
 */
export function createWorkerReader(open: () => WorkerPort): PageReader & { warmUp: () => void } {
  let worker: WorkerClient<ParseTask, ParseReply> | null | undefined;

  function workerNow(): WorkerClient<ParseTask, ParseReply> | null {
    try {
      if (worker === undefined) worker = createWorkerClient(open());
    } catch {
      worker = null;
    }
    return worker ?? null;
  }

  async function there<Result extends ParseResult>(
    isLarge: boolean,
    task: ParseTask,
  ): Promise<Result | null> {
    try {
      // Copied rather than transferred, which is cheap, so that the data is still here if the worker fails.
      const reply = isLarge ? await workerNow()?.send(task) : undefined;
      // The result kind matches the task kind on both paths.
      return reply ? (resultIn(reply) as Result) : null;
    } catch (error) {
      if (!(error instanceof WorkerFailed)) throw error;
      worker = null;
      return null;
    }
  }

  return {
    warmUp: () => void workerNow(),
    async grouped(body, query) {
      const isLarge = body.byteLength >= MIN_BYTES.grouped;
      const page = await there<GroupedPage>(isLarge, { kind: "grouped", body, query });
      return page ?? DIRECT_PAGE_READER.grouped(body, query);
    },
    async records(body) {
      const page = await there<RecordsPage>(body.byteLength >= MIN_BYTES.records, { kind: "records", body });
      return page ?? DIRECT_PAGE_READER.records(body);
    },
    async fold(query, pages) {
      const isLarge = pages.some(({ size }) => size >= MIN_ROWS);
      const cube = await there<Cube>(isLarge, { kind: "fold", query, pages });
      return cube ?? DIRECT_PAGE_READER.fold(query, pages);
    },
  };
}
