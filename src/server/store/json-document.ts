import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LoadError } from "./load-error.ts";

const ENVELOPES = ["value", "items"];

/**
 * The referrals of a file that is one JSON value: a saved answer of the endpoint (`Value`, `value` or `items`), or
 * a single referral.
 * @throws LoadError when it is not JSON.
 */
export async function documentItems(path: string): Promise<readonly unknown[]> {
  const document = await readDocument(path);
  for (const [key, value] of Object.entries(document)) {
    if (ENVELOPES.includes(key.toLowerCase()) && Array.isArray(value)) return value;
  }
  return [document];
}

async function readDocument(path: string): Promise<object> {
  try {
    const document: unknown = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
    return typeof document === "object" && document !== null ? document : {};
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LoadError(`REFERRALS_FILE: ${path} is not valid JSON (${why}). Save it again.`);
  }
}

/** Writes values as JSON lines, for this account only. */
export async function writeJsonLines(path: string, values: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(linesInBlocks(values)), createWriteStream(path, { mode: 0o600 }));
}

/** A thousand lines at a time: a write for each would cost more than the text. */
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
