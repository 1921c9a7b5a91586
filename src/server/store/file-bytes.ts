import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createInflateRaw } from "node:zlib";
import type { FileBytes, Unpack } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";

/** Decompresses with zlib: several times as fast as JavaScript, with gzip's checksums verified. */
export const unpackWithZlib: Unpack = async function* (packed, format) {
  const unpacker = format === "gzip" ? createGunzip() : createInflateRaw();
  // The reader below gets the errors of both; the pipeline ends the compressed side when reading stops early.
  const piped = pipeline(Readable.from(packed), unpacker).catch(() => undefined);
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } finally {
    unpacker.destroy();
    await piped;
  }
};

const PIECE = 1024 * 1024;

/** @throws UnreadableFileError when the file cannot be read */
export async function fileBytes(path: string): Promise<FileBytes> {
  const name = basename(path);
  const gone = (cause: unknown): never => {
    throw new UnreadableFileError("unavailable", { file: name }, { cause });
  };
  const { size } = await stat(path).catch(gone);
  return {
    name,
    size,
    async *stream(start = 0, end = size) {
      const handle = await open(path).catch(gone);
      try {
        for (let at = start; at < end; ) {
          const buffer = new Uint8Array(Math.min(PIECE, end - at));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, at).catch(gone);
          if (bytesRead === 0) return;
          yield buffer.subarray(0, bytesRead);
          at += bytesRead;
        }
      } finally {
        await handle.close();
      }
    },
  };
}
