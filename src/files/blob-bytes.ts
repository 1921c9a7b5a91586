import type { FileBytes } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";

const PIECE = 1024 * 1024;

/** A file chosen by the user. Reads slices, because Safari cannot iterate over a Blob's stream. */
export function blobBytes(blob: Blob, name: string): FileBytes {
  return {
    name,
    size: blob.size,
    async *stream(start = 0, end = blob.size) {
      const stop = Math.min(end, blob.size);
      for (let at = start; at < stop; at += PIECE) {
        const piece = blob.slice(at, Math.min(stop, at + PIECE));
        yield new Uint8Array(await piece.arrayBuffer().catch((cause: unknown) => gone(name, cause)));
      }
    },
  };
}

/** The browser rejects a file that was changed, moved or deleted after it was chosen. */
function gone(name: string, cause: unknown): never {
  throw new UnreadableFileError("unavailable", { file: name }, { cause });
}
