import type { IncomingMessage, ServerResponse } from "node:http";
import pino, { type Logger } from "pino";

/** Logs to the error stream, without waiting for it; beyond a megabyte of unread lines the newest are dropped. */
export function createLog(level: string): Logger {
  const stream = pino.destination({ dest: 2, sync: false, maxLength: 1024 * 1024 });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/**
 * Writes one line when the answer is through: ids, method, kind of address, status, milliseconds, bytes. Addresses, query
 * values, tokens and names stay out, since a customer may stand in them.
 */
export function logResponse(
  log: Logger,
  kind: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const start = performance.now();
  const before = request.socket.bytesWritten;
  let isWhole = false;
  // A socket that was destroyed reports what it still held as finished.
  response.once("finish", () => {
    isWhole = !request.socket.destroyed;
  });
  response.once("close", () => {
    log.info({
      requestId: response.getHeader("MS-RequestId"),
      correlationId: response.getHeader("MS-CorrelationId"),
      method: request.method,
      kind,
      status: response.statusCode,
      ms: Math.round(performance.now() - start),
      // What was handed over for sending; of an answer that is cut, less has left.
      bytes: request.socket.bytesWritten - before,
      ...(isWhole ? {} : { cut: true }),
    });
  });
}

/** The ids of a call, named as in its own line. */
export function loggedIds(ids: Readonly<Record<"MS-RequestId" | "MS-CorrelationId", string>>) {
  return { requestId: ids["MS-RequestId"], correlationId: ids["MS-CorrelationId"] };
}

/** What led to an error, outermost first: names, and the system's own words where it has a code. */
export function causesOf(error: unknown): string[] {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : null;
    causes.push(code === null ? `${cause.name}: ${cause.message}` : `${code}: ${cause.message}`);
  }
  return causes;
}
