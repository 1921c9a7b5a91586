import { Gunzip, Inflate } from "fflate";
import type { FileBytes, Unpack } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { MAX_TIMES_UNPACKED, MAX_UNPACKED, SMALL_UNPACKED } from "./limits.ts";
import { dataOffset, type ZipEntry } from "./zip-directory.ts";

/** Portable fallback; does not verify checksums. */
export const unpackWithFflate: Unpack = async function* (packed, format) {
  const found: Uint8Array[] = [];
  const unpacker = format === "gzip" ? new Gunzip() : new Inflate();
  unpacker.ondata = (bytes) => found.push(bytes);
  for await (const bytes of packed) {
    unpacker.push(bytes);
    yield* found.splice(0);
  }
  unpacker.push(new Uint8Array(), true);
  yield* found.splice(0);
};

/** The content of a gzip file, of unknown size. */
export function gunzipped(file: FileBytes, unpack: Unpack): FileBytes {
  const name = file.name.replace(/\.gz(ip)?$/i, "");
  return {
    name,
    size: Number.POSITIVE_INFINITY,
    stream: (start, end) =>
      cut(
        guarded(file.name, file.size, () => unpack(file.stream(), "gzip")),
        start ?? 0,
        end,
      ),
  };
}

export function zipped(file: FileBytes, entry: ZipEntry, unpack: Unpack): FileBytes {
  const plain = async function* () {
    const start = await dataOffset(file, entry);
    const packed = file.stream(start, start + entry.packed);
    yield* entry.method === 0 ? packed : unpack(packed, "deflate-raw");
  };
  return {
    name: `${file.name}!${entry.name}`,
    size: entry.size,
    stream: (start, end) => cut(guarded(file.name, entry.packed, plain, entry.size), start ?? 0, end),
  };
}

/** Stops decompression bombs and reports damaged data. */
async function* guarded(
  file: string,
  packed: number,
  open: () => AsyncIterable<Uint8Array>,
  size?: number,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const bytes of open()) {
      sum += bytes.length;
      checkSize(file, packed, sum);
      yield bytes;
    }
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause;
    throw new UnreadableFileError("damaged-archive", { file }, { cause });
  }
  if (size !== undefined && sum !== size) throw new UnreadableFileError("damaged-archive", { file });
}

/** Throws when an archive unpacks to too much, absolutely or relative to its size. */
export function checkSize(file: string, packed: number, size: number): void {
  if (size > MAX_UNPACKED)
    throw new UnreadableFileError("archive-too-large", { file, gigabytes: MAX_UNPACKED / 1024 ** 3 });
  if (size > SMALL_UNPACKED && size > packed * MAX_TIMES_UNPACKED)
    throw new UnreadableFileError("archive-too-dense", { file, times: MAX_TIMES_UNPACKED });
}

/** The bytes from `start` to `end` of a stream; stops reading after them. */
async function* cut(
  stream: AsyncIterable<Uint8Array>,
  start: number,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const bytes of stream) {
    const part = bytes.subarray(Math.max(0, start - at), Math.max(0, end - at));
    if (part.length > 0) yield part;
    at += bytes.length;
    if (at >= end) return;
  }
}
