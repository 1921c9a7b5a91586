import type { FileBytes } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { readBytes } from "./read-parts.ts";

/** Sizes in bytes; `method` 0 is stored, 8 is deflate. */
export type ZipEntry = {
  name: string;
  method: number;
  isEncrypted: boolean;
  packed: number;
  size: number;
  /** Offset of its local header. */
  offset: number;
};

/** The end record may be followed by a comment of 65,535 bytes (APPNOTE.TXT 4.3.16). */
const TAIL_LENGTH = 22 + 65_535 + 20;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
/** The value is in the ZIP64 extra field. */
const ELSEWHERE = 0xffffffff;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
const big = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** Reads the entries of an archive from the directory at its end. Throws `UnreadableFileError` for a damaged one. */
export async function readZipDirectory(file: FileBytes): Promise<ZipEntry[]> {
  try {
    const start = Math.max(0, file.size - TAIL_LENGTH);
    const tail = await readBytes(file, start, TAIL_LENGTH);
    const place = await findDirectory(file, viewOf(tail), start);
    const directory = await readBytes(file, place.start, place.length);
    return readEntries(directory, place.shift);
  } catch (cause) {
    // A damaged directory leads to reads out of bounds.
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnreadableFileError("damaged-archive", { file: file.name }, { cause });
  }
}

/** `shift`: bytes before the archive, which its offsets do not count. */
type Place = { start: number; length: number; shift: number };

async function findDirectory(file: FileBytes, tail: DataView, start: number): Promise<Place> {
  let at = tail.byteLength - 22;
  while (tail.getUint32(at, true) !== END) at -= 1;
  const length = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const has64 = at >= 20 && tail.getUint32(at - 20, true) === END_64_LOCATOR;
  if (has64) {
    const end = viewOf(await readBytes(file, big(tail, at - 12), 56));
    if (end.getUint32(0, true) !== END_64) throw new RangeError("No ZIP64 directory.");
    return { start: big(end, 48), length: big(end, 40), shift: 0 };
  }
  const shift = start + at - length - offset;
  return { start: offset + shift, length, shift };
}

function readEntries(bytes: Uint8Array, shift: number): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [name, extra, comment];
    const wide = wideValues(view, at + 46 + nameLength, extraLength);
    const value = (place: number) => {
      const number = view.getUint32(at + place, true);
      return number === ELSEWHERE ? (wide.shift() ?? number) : number;
    };
    // The order of the ZIP64 extra field.
    const size = value(24);
    const packed = value(20);
    const offset = value(42) + shift;
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed,
      size,
      offset,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The values of an entry's ZIP64 extra field (header id 1). */
function wideValues(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      return Array.from({ length: Math.floor(size / 8) }, (_, index) => big(view, at + 4 + index * 8));
    }
    at += 4 + size;
  }
  return [];
}

/** UTF-8 with or without its flag, which some tools forget; else Latin. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes, { stream: true });
  }
}

/** Offset of an entry's data, after its local header. */
export async function dataOffset(file: FileBytes, { offset }: ZipEntry): Promise<number> {
  const header = viewOf(await readBytes(file, offset, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw new UnreadableFileError("damaged-archive", { file: file.name });
  return offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}
