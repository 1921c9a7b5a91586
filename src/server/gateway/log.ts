import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import pino, { type Logger } from "pino";

/** Logs asynchronously to standard error; above a megabyte of backlog new lines are dropped. */
export function createLog(level: string): Logger {
  const stream = pino.destination({ dest: 2, sync: false, maxLength: 1024 * 1024 });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** A request that was responded to, or whose caller has left. */
export type Finished = {
  kind: string;
  method: string;
  status: number;
  ms: number;
  isWhole: boolean;
  /** Why it got no data. */
  cause: string | null;
};

/**
 * Logs one line per finished response: ids, method, kind of path, status, ms, bytes. URLs, query values, tokens and
 * names are left out, because they may contain customers.
 */
export function logResponse(
  log: Logger,
  kind: string,
  request: IncomingMessage,
  response: ServerResponse,
  finished: (request: Finished) => void = () => {},
): void {
  const start = performance.now();
  const before = request.socket.bytesWritten;
  let isWhole = false;
  // A destroyed socket also emits "finish" for what it still held.
  response.once("finish", () => {
    isWhole = !request.socket.destroyed;
  });
  response.once("close", () => {
    const { method = "" } = request;
    const { statusCode: status } = response;
    const ms = performance.now() - start;
    finished({ kind, method, status, ms, isWhole, cause: notes.get(request)?.cause ?? null });
    log.info({
      requestId: response.getHeader("MS-RequestId"),
      correlationId: response.getHeader("MS-CorrelationId"),
      method,
      kind,
      status,
      ms: Math.round(ms),
      // Bytes handed to the socket; fewer were sent if the connection was cut.
      bytes: request.socket.bytesWritten - before,
      ...(isWhole ? {} : { cut: true }),
      ...notes.get(request),
    });
  });
}

type Notes = { caller?: string; cause?: string };
const notes = new WeakMap<IncomingMessage, Notes>();
/** Of this process alone, so that nobody can look a person up by it. */
const KEY = randomBytes(32);

/** Adds to the log line of a request: who called, as a pseudonym, and why it got no data; the first cause stays. */
export function noteInLog(request: IncomingMessage | undefined, { caller, cause }: Notes): void {
  if (!request) return;
  const pseudonym = caller && createHmac("sha256", KEY).update(caller).digest("hex").slice(0, 12);
  notes.set(request, {
    ...(cause && { cause }),
    ...notes.get(request),
    ...(pseudonym && { caller: pseudonym }),
  });
}

/** The ids of a call, named as in its log line. */
export function loggedIds(ids: Readonly<Record<"MS-RequestId" | "MS-CorrelationId", string>>) {
  return { requestId: ids["MS-RequestId"], correlationId: ids["MS-CorrelationId"] };
}

/** The cause chain of an error, outermost first: names, and messages of system errors. */
export function causesOf(error: unknown): string[] {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : null;
    causes.push(code === null ? `${cause.name}: ${cause.message}` : `${code}: ${cause.message}`);
  }
  return causes;
}
