import { readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { LoadError } from "./load-error.ts";

/** A file to read. One that was not named explicitly is skipped if it has unknown content. */
export type SourceFile = { path: string; isNamed: boolean };

const READABLE = new Set([
  ".csv",
  ".tsv",
  ".txt",
  ".json",
  ".jsonl",
  ".ndjson",
  ".xlsx",
  ".parquet",
  ".gz",
  ".zip",
]);

/**
 * The files of the setting: a file, a folder (not recursive), a glob with `*` and `?` in the name, or several separated
 * by commas. In the order of the setting, those of a folder by name.
 * @throws LoadError when one matches no file
 */
export async function sourceFiles(setting: string): Promise<SourceFile[]> {
  // A file name may contain a comma.
  const parts = (await kindOf(setting)) === null ? setting.split(",").map((part) => part.trim()) : [setting];
  const files = await Promise.all(parts.filter((part) => part !== "").map(filesOf));
  const paths = new Map(files.flat().map((file) => [file.path, file]));
  return [...paths.values()];
}

/** When the youngest of some files was saved, the same for all servers that read them; in ms since 1970 UTC, `now` at most. */
export async function savedTime(files: readonly SourceFile[], now: number): Promise<number> {
  const times = files.map(async ({ path }) => Math.floor((await stat(path)).mtimeMs));
  // What can't be read is said by whoever reads it.
  const known = await Promise.all(times).catch(() => [now]);
  return Math.min(now, Math.max(...known));
}

/** Changes when the files of a setting change or disappear. */
export async function fingerprintOf(setting: string, mapping: string | null): Promise<string> {
  try {
    const paths = [...(await sourceFiles(setting)).map(({ path }) => path), ...(mapping ? [mapping] : [])];
    const facts = paths.map(async (path) => {
      const { size, mtimeMs, ino } = await stat(path);
      return [path, size, mtimeMs, ino];
    });
    return JSON.stringify(await Promise.all(facts));
  } catch (error) {
    return String(error);
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : "file";
}

async function filesOf(part: string): Promise<SourceFile[]> {
  const kind = await kindOf(part);
  if (kind === "folder") return inFolder(part, (name) => READABLE.has(extname(name).toLowerCase()), part);
  if (kind === null && /[*?]/.test(basename(part))) {
    const pattern = patternOf(basename(part));
    return inFolder(dirname(part), (name) => pattern.test(name), part);
  }
  return [{ path: part, isNamed: true }];
}

async function inFolder(
  folder: string,
  fits: (name: string) => boolean,
  part: string,
): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".") && fits(entry.name));
  if (names.length === 0)
    throw new LoadError(`REFERRALS_FILE: ${part} has no file that can be read: check the path.`);
  const sorted = names.map(({ name }) => name).toSorted();
  return sorted.map((name) => ({ path: join(folder, name), isNamed: false }));
}

function patternOf(text: string): RegExp {
  const escaped = text.replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}
