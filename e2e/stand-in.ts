import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Trouble = (response: ServerResponse, asked: string) => void | Promise<void>;

/** A stand-in for Partner Center: passes queries on to another server, unless it is told to answer otherwise. */
export type StandIn = {
  url: string;
  /** Answers with this from now on; null passes queries on. `asked` is the path and query of a query. */
  answerWith: (trouble: Trouble | null) => void;
  stop: () => Promise<void>;
};

/** Starts a stand-in before a server (its origin) on a free port. */
export async function startStandIn(origin: string): Promise<StandIn> {
  let trouble: Trouble | null = null;
  const passOn = async ({ url = "" }: IncomingMessage, response: ServerResponse) => {
    if (trouble) return trouble(response, url);
    const answer = await fetch(origin + url);
    response.writeHead(answer.status, { "Content-Type": "application/json" });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => {
    // The other server may have ended by now.
    passOn(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerWith: (next) => {
      trouble = next;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
