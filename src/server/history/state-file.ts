import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createGunzip, createGzip } from "node:zlib";
import * as v from "valibot";
import type { Sighting } from "#files/history/history.ts";
import { decodeRecord, type EncodedRecord, encodeRecord } from "#files/records/record-codec.ts";

const VERSION = 1;

/**
 * The header before the referrals: `at`, `first` and `count` of the imports with new data (ms since 1970 UTC), and a
 * digest of the following lines.
 */
const HeaderSchema = v.object({
  kind: v.literal("referrals-history"),
  version: v.literal(VERSION),
  at: v.number(),
  first: v.number(),
  imports: v.number(),
  digest: v.string(),
});

/** An import in a state file. */
type ImportFacts = Omit<v.InferOutput<typeof HeaderSchema>, "kind" | "version" | "digest">;

/** The state after an import: its referrals as lines, which take a fifth of the memory of objects. */
export type HistoryState = ImportFacts & {
  digest: string;
  lines: readonly string[];
  /** The latest line of an id. */
  byId: ReadonlyMap<string | null, string>;
};

const LineSchema = v.looseTuple([v.array(v.any()), v.array(v.any()), v.number(), v.any(), v.number()]);

/** Lines compressed at once. */
const PIECE = 1000;

/** Gzipped JSON lines: truncated or changed files are detected. */
const NAME = /^history-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.jsonl\.gz$/;
export const TEMPORARY = /^\.history-.*\.part$/;

export function stateFileName(at: number): string {
  return `history-${new Date(at).toISOString().replaceAll(/[-:.]/g, "")}.jsonl.gz`;
}

/** The time in a file name, ms since 1970 UTC; null for foreign files. */
export function timeOfStateFile(name: string): number | null {
  const [, year, month, day, hour, minute, second, ms] = NAME.exec(name) ?? [];
  return year === undefined ? null : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

/** The referrals as lines, and their digest. */
export function linesOf(sightings: Iterable<Sighting>): { lines: string[]; digest: string } {
  const lines: string[] = [];
  const digest = createHash("sha256");
  for (const { record, asOf } of sightings) {
    const line = JSON.stringify([...encodeRecord(record), asOf]);
    lines.push(line);
    digest.update(line).update("\n");
  }
  return { lines, digest: digest.digest("base64url") };
}

/** @throws for anything but a line of a state file */
export function sightingOf(line: string): Sighting {
  const [terms, dates, approximate, extra, asOf] = v.parse(LineSchema, JSON.parse(line));
  return { record: decodeRecord([terms, dates, approximate, extra] as unknown as EncodedRecord), asOf };
}

/** Iterates over the referrals of lines, repeatedly if needed. */
export function sightingsOf(lines: readonly string[]): Iterable<Sighting> {
  return {
    *[Symbol.iterator]() {
      for (const line of lines) yield sightingOf(line);
    },
  };
}

/** @throws for a truncated or changed file, or another version or program */
export async function readState(path: string): Promise<HistoryState> {
  let header: v.InferOutput<typeof HeaderSchema> | null = null;
  const lines: string[] = [];
  const byId = new Map<string | null, string>();
  for await (const line of linesIn(await readFile(path))) {
    if (header === null) header = v.parse(HeaderSchema, JSON.parse(line));
    else {
      lines.push(line);
      byId.set(sightingOf(line).record.terms.id, line);
    }
  }
  const { at, first, imports, digest } = v.parse(HeaderSchema, header);
  return { at, first, imports, digest, lines, byId };
}

async function* linesIn(packed: Uint8Array): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of Readable.from([packed]).pipe(createGunzip())) {
    const lines = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}

/**
 * Writes a file atomically, readable by its owner only.
 * @throws the system's error
 */
export async function writeState(
  path: string,
  { at, first, imports }: ImportFacts,
  { lines, digest }: ReturnType<typeof linesOf>,
): Promise<void> {
  const header = { kind: "referrals-history", version: VERSION, at, first, imports, digest };
  const packed = await buffer(Readable.from(piecesOf(JSON.stringify(header), lines)).pipe(createGzip()));
  const temporary = join(dirname(path), `.history-${crypto.randomUUID()}.part`);
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(packed);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The text of a file, in pieces: as a whole it would double the memory. */
function* piecesOf(head: string, lines: readonly string[]): Generator<string> {
  yield head;
  for (let at = 0; at < lines.length; at += PIECE) yield `\n${lines.slice(at, at + PIECE).join("\n")}`;
}
