import { createWorkerClient, startWorker, type WorkerClient } from "#lib/worker-client.ts";
import address from "./export.worker.ts?worker&url";
import { createWriter, type ExportMessage, type ExportReply } from "./export-job.ts";

export type WriterClient = WorkerClient<ExportMessage, ExportReply>;

/** @throws SecurityError where workers are blocked */
export function openWriter(): WriterClient {
  return createWorkerClient(startWorker(address, "export-worker"));
}

/** A writer on the main thread that yields to the event loop between slices. */
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
