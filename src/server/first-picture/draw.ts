import { Worker } from "node:worker_threads";
import { inTime } from "#lib/in-time.ts";

/** The part of a page's picture that the server draws, as `public/picture.js` reads it; `tree` is JSON. */
export type Drawn = { tree: string; says: string; document: { lang: string; dir: string } };

/** `path` is that in the dashboard's folder. */
export type Draw = (path: string, languages: readonly string[]) => Promise<Drawn | null>;

/** The service, without sign-in; the path is that in the dashboard's folder. */
export type Service = (path: string, accept: string) => Promise<Response>;

type DrawParts = {
  /** Draws one page and ends: `src/app/picture/draw-page.ts`. */
  script: URL;
  /** The dashboard's folder in its site. */
  basePath: string;
  service: Service;
};

type Query = { id: number; path: string; accept: string };
type Message = Query | { drawn: Drawn | null };

/** Nothing in a picture names it. */
const ORIGIN = "http://localhost";
/** Longer than any data needs; what hangs must not stay. */
const MAX_MS = 30_000;

/** Draws each page in a thread of its own, with a DOM of its own. */
export function drawInThread({ script, basePath, service }: DrawParts): Draw {
  const inFolder: Service = (path, accept) => service(path.slice(basePath.length), accept);
  return async (path, languages) => {
    const thread = new Worker(script, {
      workerData: { url: ORIGIN + basePath + path, languages },
      env: { ...process.env, NODE_ENV: "production" },
      // Keeps what the page prints out of the server's output.
      stdout: true,
      stderr: true,
    });
    try {
      return await inTime(drawnBy(thread, inFolder), MAX_MS);
    } catch {
      return null;
    } finally {
      await thread.terminate();
    }
  };
}

function drawnBy(thread: Worker, service: Service): Promise<Drawn | null> {
  return new Promise((resolve, reject) => {
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error("The thread ended before the page was drawn.")));
    thread.on("message", (message: Message) => {
      if ("drawn" in message) resolve(message.drawn);
      else respond(thread, message, service).catch(reject);
    });
  });
}

async function respond(thread: Worker, { id, path, accept }: Query, service: Service): Promise<void> {
  const response = await service(path, accept);
  const { status, headers } = response;
  thread.postMessage({
    id,
    status,
    headers: [...headers],
    body: new Uint8Array(await response.arrayBuffer()),
  });
}
