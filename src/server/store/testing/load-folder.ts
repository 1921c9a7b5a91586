import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { openDuckDbStore } from "../duckdb-store.ts";
import { type LoadReport, type ReadingOptions, textOf } from "../store.ts";

/** The report of a load, and the records in the store. */
export type Loaded = { report: LoadReport; records: Referral[] };

export const EVERYTHING = {
  kind: "records",
  query: { filter: null },
  page: { top: 10_000, skip: 0 },
} as const;

/** A folder for the files of one test file, removed after it; each load opens a database. */
export function loadFolder() {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "load-test-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const pathOf = (name: string): string => join(folder, name);
  const loadText = async (name: string, text: string | Buffer): Promise<Loaded> => {
    await writeFile(pathOf(name), text);
    return loadFile(pathOf(name));
  };
  return { pathOf, loadText };
}

/** Default options for reading. */
export const AS_USUAL: ReadingOptions = {
  dateOrder: null,
  mapping: null,
  now: Date.parse("2026-11-29T12:00:00Z"),
  say: () => {},
};

/** Loads files into a new store. */
export async function loadFile(
  path: string | readonly string[],
  options: Partial<ReadingOptions> = {},
): Promise<Loaded> {
  const store = await openDuckDbStore();
  try {
    const report = await store.load({
      kind: "files",
      files: [path].flat().map((one) => ({ path: one, isNamed: true })),
      options: { ...AS_USUAL, ...options },
    });
    return { report, records: JSON.parse(textOf("[", await store.list(EVERYTHING), "]").toString()) };
  } finally {
    await store.close();
  }
}
