import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";

/** Grace period for calls over kept-alive connections. */
const LEAVING_MS = 250;
/** Time without progress before a connection is closed: Partner Center's time-out. */
const STALLED_MS = 60_000;
/** Upper limit for very slow readers. */
const MAX_STOP_MS = 10 * 60_000;

/** Unfinished responses, and bytes read up to the previous call (more means that a call has begun). */
type Connection = { responses: number; bytesRead: number };

/**
 * Tracks the connections of a server that does not listen yet; returns the function that stops it. Closes the listener
 * first and kept-alive connections later: a call sent over one still gets its response, which closes it. Otherwise
 * callers would see connection resets. A response continues as long as its reader makes progress within `stalledMs`.
 */
export function prepareStop(server: Server, isTls: boolean, stalledMs = STALLED_MS): () => Promise<void> {
  const connections = new Map<Socket, Connection>();
  // With TLS only the outer socket knows how much was sent.
  server.on(isTls ? "secureConnection" : "connection", (socket: Socket) => {
    connections.set(socket, { responses: 0, bytesRead: 0 });
    socket.once("close", () => connections.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(socket);
    if (!connection) return;
    connection.responses += 1;
    response.once("close", () => {
      connection.responses -= 1;
      connection.bytesRead = socket.bytesRead;
    });
  });
  return async () => {
    // Not the HTTP server's close, which ends kept-alive connections at once.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    await leave();
    for (const [socket, { responses, bytesRead }] of connections) {
      // `closeIdleConnections` considers a response done once it was handed to the socket.
      if (responses === 0 && socket.bytesRead === bytesRead) socket.destroy();
      // Node's time-out counts from the last bytes that the system accepted.
      else socket.setTimeout(stalledMs);
    }
    const giveUp = setTimeout(() => server.closeAllConnections(), MAX_STOP_MS);
    await closed;
    clearTimeout(giveUp);
    // The last log lines are written after the connections end.
    await nextTurn();
  };
}

/** Reads what arrived while the process was busy before closing. */
export async function leave(drainMs = LEAVING_MS): Promise<void> {
  await delay(drainMs);
  await nextTurn();
}
