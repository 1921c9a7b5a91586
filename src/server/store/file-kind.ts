import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fieldOfColumn } from "./csv-header.ts";
import { LoadError } from "./load-error.ts";

/** `json-document`: one JSON value, such as a response in its envelope or a single referral. */
export type FileKind = "parquet" | "csv" | "json-lines" | "json-array" | "json-document";

export type FileHead = { kind: FileKind; bytes: number; start: string };

const START_BYTES = 64 * 1024;
/** Magic numbers that DuckDB does not read: gzip, ZIP and UTF-16. */
const OTHER_MARKS = ["1f8b", "504b", "fffe", "feff"];

/**
 * Reads the first bytes of a file; `start` is its text without byte order mark. Null when DuckDB cannot read it.
 * @throws LoadError when it is missing or empty
 */
export async function readFileHead(path: string): Promise<FileHead | null> {
  const { start, bytes } = await readStart(path);
  if (start.subarray(0, 4).toString("latin1") === "PAR1") return { kind: "parquet", bytes, start: "" };
  const hex = start.subarray(0, 4).toString("hex");
  if (OTHER_MARKS.some((mark) => hex.startsWith(mark))) return null;
  const text = new TextDecoder().decode(start);
  if (text.trim() === "")
    throw new LoadError(`REFERRALS_FILE: ${path} is empty. Choose a file with referrals.`);
  return { kind: textKind(text, extname(basename(path)).toLowerCase()), bytes, start: text };
}

async function readStart(path: string): Promise<{ start: Buffer; bytes: number }> {
  const cannotOpen = (error: NodeJS.ErrnoException): never => {
    const why = error.code === "ENOENT" ? "does not exist" : `can't be opened (${error.code})`;
    throw new LoadError(`REFERRALS_FILE: ${path} ${why}. Check the path.`);
  };
  // Checked before opening, because opening a named pipe blocks.
  const facts = await stat(path).catch(cannotOpen);
  if (!facts.isFile()) throw new LoadError(`REFERRALS_FILE: ${path} is not a file. Set the path of a file.`);
  const file = await open(path).catch(cannotOpen);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return { start: buffer.subarray(0, bytesRead), bytes: facts.size };
  } finally {
    await file.close();
  }
}

/** The kind of a text file by its content; the extension decides only ambiguous cases. */
export function textKind(start: string, extension: string): Exclude<FileKind, "parquet"> {
  if (extension === ".jsonl" || extension === ".ndjson") return "json-lines";
  const text = start.trimStart();
  const [first = "", second = ""] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (text.startsWith("[")) return parses(first) && second !== "" ? "json-lines" : "json-array";
  if (!text.startsWith("{")) return "csv";
  return isDocument(first) ? "json-document" : "json-lines";
}

/** Whether a first line that starts with a brace begins a single value spanning the file. */
function isDocument(line: string): boolean {
  if (line.trim() === "{") return true;
  if (/"(value|items)"\s*:\s*\[/i.test(line)) return !/^\{\s*"(\w+)"/.test(line) || !startsLikeReferral(line);
  return !parses(line) && !line.trimEnd().endsWith("}") && !startsLikeReferral(line);
}

function startsLikeReferral(line: string): boolean {
  const name = /^\s*\{\s*"([^"]*)"/.exec(line)?.[1];
  return name !== undefined && fieldOfColumn(name) !== null;
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
