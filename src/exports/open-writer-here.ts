import { createWriter } from "./export-job.ts";
import type { WriterClient } from "./open-writer.ts";

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
