import type { FileBytes } from "../raw-table.ts";

/** Up to `length` bytes of a file from `start`. */
export async function readBytes(file: FileBytes, start: number, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of file.stream(start, start + length)) {
    parts.push(bytes);
    size += bytes.length;
    if (size >= length) break;
  }
  return joinBytes(parts).subarray(0, length);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const joined = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * The first characters of a chunked text, and whether that is all of it: `length`, extended to a line end, up to
 * `limit`.
 */
export async function readHead(
  text: AsyncIterable<string>,
  length: number,
  limit: number,
): Promise<{ text: string; isAll: boolean }> {
  let head = "";
  let hasLineEnd = false;
  for await (const chunk of text) {
    head += chunk;
    hasLineEnd ||= /[\r\n]/.test(chunk);
    if (head.length >= length && (hasLineEnd || head.length > limit)) return { text: head, isAll: false };
  }
  return { text: head, isAll: true };
}
