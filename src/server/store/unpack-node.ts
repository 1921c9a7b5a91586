import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createInflateRaw } from "node:zlib";
import type { Unpack } from "#files/raw-table.ts";

/** Unpacks with zlib: several times as fast as JavaScript, and gzip's sums are checked. */
export const unpackWithZlib: Unpack = async function* (packed, format) {
  const unpacker = format === "gzip" ? createGunzip() : createInflateRaw();
  // The reader below gets the error of either side; the pipe ends the packed side when reading stops early.
  const piped = pipeline(Readable.from(packed), unpacker).catch(() => undefined);
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } finally {
    unpacker.destroy();
    await piped;
  }
};
