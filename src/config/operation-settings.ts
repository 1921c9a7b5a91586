import * as v from "valibot";
import { orDefault } from "./setting-schemas.ts";

/** Settings for operating the server; times in ms. */
export type OperationSettings = {
  /** Time-out of a query including its wait in the queue; then it gets 503. */
  queryTimeoutMs: number;
  /** Maximum number of queued queries; further ones get 503. */
  queueLength: number;
  /** Time-out of idle connections. */
  keepAliveMs: number;
  /** How long a stopping server still accepts new connections. */
  drainMs: number;
  /** Interval of checking files for changes; 0 for never. */
  reloadMs: number;
  /** How old an answer from ClickHouse may be. */
  maxAgeMs: number;
};

/** An integer from `min` to `max`, in seconds or a count. */
function numberSetting(name: string, byDefault: string, [min, max]: readonly [number, number]) {
  return v.pipe(
    orDefault(byDefault),
    v.check(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max,
      (issue) => `${name} is "${issue.input}": use a number from ${min} to ${max}, for example ${byDefault}.`,
    ),
    v.transform(Number),
  );
}

/** Environment variables for operation. */
export const OPERATION_ENTRIES = {
  QUERY_TIMEOUT: numberSetting("QUERY_TIMEOUT", "30", [0.1, 3600]),
  QUEUE_LENGTH: numberSetting("QUEUE_LENGTH", "500", [1, 100_000]),
  KEEP_ALIVE: numberSetting("KEEP_ALIVE", "5", [1, 3600]),
  RELOAD: numberSetting("RELOAD", "30", [0, 86_400]),
  DATA_MAX_AGE: numberSetting("DATA_MAX_AGE", "60", [0.001, 86_400]),
  DRAIN: numberSetting("DRAIN", "0.25", [0, 600]),
};

const OperationSchema = v.object(OPERATION_ENTRIES);

export function operationOf(env: v.InferOutput<typeof OperationSchema>): OperationSettings {
  return {
    queryTimeoutMs: env.QUERY_TIMEOUT * 1000,
    queueLength: Math.round(env.QUEUE_LENGTH),
    keepAliveMs: env.KEEP_ALIVE * 1000,
    reloadMs: env.RELOAD * 1000,
    maxAgeMs: env.DATA_MAX_AGE * 1000,
    drainMs: env.DRAIN * 1000,
  };
}
