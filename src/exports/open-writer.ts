import { createWorkerClient, startWorker, type WorkerClient } from "#lib/worker-client.ts";
import address from "./export.worker.ts?worker&url";
import type { ExportMessage, ExportReply } from "./export-job.ts";

export type WriterClient = WorkerClient<ExportMessage, ExportReply>;

/** @throws SecurityError where workers are blocked */
export function openWriter(): WriterClient {
  return createWorkerClient(startWorker(address, "export-worker"));
}
