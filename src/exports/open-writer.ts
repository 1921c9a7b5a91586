import { createWorkerClient, startWorker, type WorkerClient } from "#lib/worker-client.ts";
import address from "./export.worker.ts?worker&url";
import { createWriter, type ExportMessage, type ExportReply } from "./export-job.ts";

/** Sends messages to a writer of one file. */
export type WriterClient = WorkerClient<ExportMessage, ExportReply>;

/** A writer in a worker. @throws SecurityError where the page may start none. */
export function openWriter(): WriterClient {
  return createWorkerClient(startWorker(address, "export-worker"));
}

/** A writer on this thread, which lets the page live between two slices. */
export function openWriterHere(): WriterClient {
  const write = createWriter();
  return {
    send: async (message) => {
      await new Promise((resolve) => setTimeout(resolve));
      return write(message);
    },
    close: () => {},
  };
}
