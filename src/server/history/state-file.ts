import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
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

/** The state after an import. */
export type HistoryState = Omit<v.InferOutput<typeof HeaderSchema>, "kind" | "version" | "digest"> & {
  sightings: readonly Sighting[];
};

/** A referral as a line. */
const LineSchema = v.looseTuple([v.array(v.any()), v.array(v.any()), v.number(), v.any(), v.number()]);

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

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
export function linesOf(sightings: readonly Sighting[]): { lines: string[]; digest: string } {
  const lines = sightings.map(({ record, asOf }) => JSON.stringify([...encodeRecord(record), asOf]));
  const digest = createHash("sha256");
  for (const line of lines) digest.update(line).update("\n");
  return { lines, digest: digest.digest("base64url") };
}

/** @throws for a truncated or changed file, or another version or program */
export async function readState(path: string): Promise<HistoryState & { digest: string }> {
  const [head = "", ...lines] = (await unzip(await readFile(path))).toString("utf8").split("\n");
  const { at, first, imports, digest } = v.parse(HeaderSchema, JSON.parse(head));
  const sightings = lines.map((line): Sighting => {
    const [terms, dates, approximate, extra, asOf] = v.parse(LineSchema, JSON.parse(line));
    return { record: decodeRecord([terms, dates, approximate, extra] as unknown as EncodedRecord), asOf };
  });
  return { at, first, imports, digest, sightings };
}

/**
 * Writes a file atomically, readable by its owner only.
 * @throws the system's error
 */
export async function writeState(
  path: string,
  { at, first, imports }: Omit<HistoryState, "sightings">,
  { lines, digest }: ReturnType<typeof linesOf>,
): Promise<void> {
  const header = { kind: "referrals-history", version: VERSION, at, first, imports, digest };
  const packed = await zip([JSON.stringify(header), ...lines].join("\n"));
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
