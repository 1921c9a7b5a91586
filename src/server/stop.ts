import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setTimeout as delay, setImmediate as nextTurn } from "node:timers/promises";

/** How long a server that is told to stop still takes calls over the kept connections. */
const LEAVING_MS = 250;
/** How long a connection may stand still then: as long as Partner Center may take to answer. */
const STALLED_MS = 60_000;
/** Whoever reads a byte now and then is not waited for longer. */
const MAX_STOP_MS = 10 * 60_000;

/** Answers that are not yet through, and the bytes that the calls before had (a next one has begun beyond them). */
type Connection = { responses: number; bytesRead: number };

/**
 * Keeps a list of the connections of a server that does not listen yet; the result stops it. It closes the door first
 * and the kept connections after: a call that is sent over one is answered, and the answer closes it; the next one is
 * refused. Were they closed first, their callers would see a connection reset. An answer on its way goes on as long as
 * its reader takes some of it within `stalledMs`.
 */
export function prepareStop(server: Server, isTls: boolean, stalledMs = STALLED_MS): () => Promise<void> {
  const connections = new Map<Socket, Connection>();
  // Behind TLS, only the outer socket knows how much of an answer is gone.
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
    // Not the HTTP server's own close, which breaks off kept connections at once.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    await leave();
    for (const [socket, { responses, bytesRead }] of connections) {
      // `closeIdleConnections` would take an answer for gone once it was handed to the socket.
      if (responses === 0 && socket.bytesRead === bytesRead) socket.destroy();
      // Node counts from the last bytes that the system took, not from the last that were handed to the socket.
      else socket.setTimeout(stalledMs);
    }
    const giveUp = setTimeout(() => server.closeAllConnections(), MAX_STOP_MS);
    await closed;
    clearTimeout(giveUp);
    // The last lines of the log are written behind the connections' ends.
    await nextTurn();
  };
}

/** What came in while the process was busy is read before anything closes. */
export async function leave(drainMs = LEAVING_MS): Promise<void> {
  await delay(drainMs);
  await nextTurn();
}
