import { type Cube, cubeOfPages, type Pages } from "#cube/cube.ts";
import { AnalyticsError, type FailedCall, type Problem } from "#partner-center/errors.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import {
  type GroupedPage,
  type RecordsPage,
  readGroupedPage,
  readRecordsPage,
} from "#partner-center/response.ts";

/** Work for a worker: parse a response body, or merge pages into a cube. */
export type ParseTask =
  | { kind: "grouped"; body: ArrayBuffer; query: GroupedQuery }
  | { kind: "records"; body: ArrayBuffer }
  | { kind: "fold"; query: GroupedQuery; pages: Pages };

export type ParseResult = GroupedPage | RecordsPage | Cube;

/** A structured-cloneable outcome: cloning an `AnalyticsError` would lose its class. */
export type ParseReply =
  | { kind: "done"; result: ParseResult }
  | { kind: "refused"; problem: Problem; call: FailedCall; cause: unknown }
  | { kind: "broken"; error: unknown };

function resultOf(task: ParseTask): ParseResult {
  if (task.kind === "fold") return cubeOfPages(task.query, task.pages);
  const text = new TextDecoder().decode(task.body);
  return task.kind === "grouped" ? readGroupedPage(text, task.query) : readRecordsPage(text);
}

/** Never throws. */
export function doTask(task: ParseTask): ParseReply {
  try {
    return { kind: "done", result: resultOf(task) };
  } catch (error) {
    if (!(error instanceof AnalyticsError)) return { kind: "broken", error };
    return { kind: "refused", problem: error.problem, call: error.call, cause: error.cause };
  }
}

/** Unwraps a reply. @throws the error that the task threw in the worker, as AnalyticsError where it was one */
export function resultIn(reply: ParseReply): ParseResult {
  if (reply.kind === "done") return reply.result;
  if (reply.kind === "refused") throw new AnalyticsError(reply.problem, reply.call, reply.cause);
  throw reply.error;
}

/** The buffers of a reply to transfer instead of copying; each array owns its buffer. */
export function transferablesOf(reply: ParseReply): ArrayBuffer[] {
  if (reply.kind !== "done") return [];
  const arrays = "records" in reply.result ? arraysOfRecords(reply.result) : arraysOfBuckets(reply.result);
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

type Numbers = Float64Array | Uint32Array | Uint16Array;

function arraysOfBuckets(result: GroupedPage | Cube): Numbers[] {
  const { counts, columns } = "buckets" in result ? result.buckets : result;
  return [counts, ...columns.map(({ codes }) => codes)];
}

function arraysOfRecords({ records: { terms, dates } }: RecordsPage): Numbers[] {
  const codes = Object.values(terms).map((column) => column.codes);
  const instants = Object.values(dates).map((column) => column.at);
  return [...codes, ...instants];
}
