import { createWriter, type ExportMessage, type ExportReply } from "./export-job.ts";

/** As much of a `Worker` as is needed. */
export type WriterPort = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** Sends messages to a writer; replies come in the order of the messages. */
export type WriterLine = {
  send: (message: ExportMessage) => Promise<ExportReply>;
  /** Ends the writer, whatever it does; replies that were waited for do not come any more. */
  close: () => void;
};

/** The writer in a worker could not be started or has failed: another one may do the work. */
export class WriterFailed extends Error {
  override name = "WriterFailed";
}

/** A line to a writer behind a port. Its sends reject with `WriterFailed` once the port fails. */
export function lineTo(port: WriterPort): WriterLine {
  const waiting: { resolve: (reply: ExportReply) => void; reject: (error: Error) => void }[] = [];
  let failed: WriterFailed | null = null;
  const fail = () => {
    failed = new WriterFailed("The worker that writes files failed.");
    for (const { reject } of waiting.splice(0)) reject(failed);
  };
  port.addEventListener("message", (event) =>
    waiting.shift()?.resolve((event as MessageEvent<ExportReply>).data),
  );
  port.addEventListener("error", fail);
  port.addEventListener("messageerror", fail);
  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failed);
        waiting.push({ resolve, reject });
        port.postMessage(message);
      }),
    close: () => port.terminate(),
  };
}

/** A line to a writer on this thread, which lets the page live between two slices. */
export function lineHere(): WriterLine {
  const write = createWriter();
  return {
    send: async (message) => {
      await new Promise((resolve) => setTimeout(resolve));
      return write(message);
    },
    close: () => {},
  };
}
