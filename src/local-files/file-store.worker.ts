import { expose, transfer } from "comlink";
import type { RecordTable } from "#partner-center/record-table.ts";
import { createFileStore } from "./file-store.ts";

const store = createFileStore();

/** Transfers the buffers of a result instead of copying them. */
expose({
  ...store,
  grouped(...query: Parameters<typeof store.grouped>) {
    const buckets = store.grouped(...query);
    return transfer(buckets, [
      ...new Set([buckets.counts, ...buckets.columns.map(({ codes }) => codes)].map(bufferOf)),
    ]);
  },
  records(...query: Parameters<typeof store.records>) {
    const page = store.records(...query);
    return transfer(page, arraysOf(page.records).map(bufferOf));
  },
});

function bufferOf({ buffer }: ArrayBufferView): ArrayBuffer {
  return buffer as ArrayBuffer;
}

function arraysOf({ terms, dates }: RecordTable): ArrayBufferView[] {
  return [...Object.values(terms).map(({ codes }) => codes), ...Object.values(dates).map(({ at }) => at)];
}
