import { createReadStream } from "node:fs";

const NEWLINE = 10;

/**
 * The lines of a file (from 1) in which the given byte positions lie; positions ascend. Quoted line breaks make
 * the number of a record differ from that of the line that an editor shows.
 */
export async function linesOfBytes(path: string, positions: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  let line = 1;
  let offset = 0;
  if (positions.length === 0) return lines;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = block as Buffer;
    let from = 0;
    for (let next = positions[lines.length]; next !== undefined; next = positions[lines.length]) {
      const upTo = Math.min(next - offset, bytes.length);
      line += newlines(bytes, from, upTo);
      from = upTo;
      if (next - offset >= bytes.length) break;
      lines.push(line);
    }
    if (lines.length === positions.length) return lines;
    line += newlines(bytes, from, bytes.length);
    offset += bytes.length;
  }
  return [...lines, ...positions.slice(lines.length).map(() => line)];
}

function newlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, from); at !== -1 && at < to; at = bytes.indexOf(NEWLINE, at + 1))
    count += 1;
  return count;
}
