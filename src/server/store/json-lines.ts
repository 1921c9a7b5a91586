import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes values as JSON lines, readable by this account only. */
export async function writeJsonLines(path: string, values: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(linesInBlocks(values)), createWriteStream(path, { mode: 0o600 }));
}

/** A thousand lines at a time: one write per line would cost more than the text. */
function* linesInBlocks(values: Iterable<unknown>): Generator<string> {
  let lines: string[] = [];
  for (const value of values) {
    lines.push(`${JSON.stringify(value)}\n`);
    if (lines.length < 1000) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}
