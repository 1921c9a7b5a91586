import { startWorker } from "#lib/worker-client.ts";
import address from "./parse.worker.ts?worker&url";
import { createWorkerReader, DIRECT_PAGE_READER, type PageReader } from "./worker-reader.ts";

let shared: PageReader | null = null;

/** The shared reader of the page; without workers, as in Node, it parses on the calling thread. */
export function pageReader(): PageReader {
  shared ??= typeof Worker === "undefined" ? DIRECT_PAGE_READER : warmingUp();
  return shared;
}

/** Starts the worker in idle time: after the first paint, before the first large response. */
function warmingUp(): PageReader {
  const reader = createWorkerReader(() => startWorker(address, "reading-worker"));
  if (typeof requestIdleCallback === "undefined") setTimeout(reader.warmUp);
  else requestIdleCallback(reader.warmUp);
  return reader;
}
