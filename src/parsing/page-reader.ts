import { startWorker } from "#lib/worker-client.ts";
import address from "./parse.worker.ts?worker&url";
import { createWorkerReader, DIRECT_PAGE_READER, type PageReader } from "./worker-reader.ts";

let shared: PageReader | null = null;

/** The reader of the page, one for all; without workers, as in Node, it reads where it is called. */
export function pageReader(): PageReader {
  shared ??= typeof Worker === "undefined" ? DIRECT_PAGE_READER : warmingUp();
  return shared;
}

/** The worker is started as soon as there is nothing else to do: before the first large answer, behind the first paint. */
function warmingUp(): PageReader {
  const reader = createWorkerReader(() => startWorker(address, "reading-worker"));
  if (typeof requestIdleCallback === "undefined") setTimeout(reader.warmUp);
  else requestIdleCallback(reader.warmUp);
  return reader;
}
