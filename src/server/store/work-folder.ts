import { rmSync } from "node:fs";
import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { LoadError } from "./load-error.ts";

/** A folder for temporary files of one owner, inaccessible to others. */
export type WorkFolder = {
  path: string;
  /** The system's temporary folder that contains it. */
  parent: string;
  remove: () => Promise<void>;
};

const PREFIX = "referrals-dashboard-";
/**
 * A socket in the folder that accepts connections while its process runs. Process ids are reused and differ between
 * containers.
 */
const OWNER = "owner";
/** A folder without a socket is just being created, or sockets are impossible there; after hours it is abandoned. */
const KEPT_WITHOUT_OWNER_MS = 24 * 60 * 60_000;

/**
 * Creates a folder in the system's temporary folder, and removes those that killed processes left behind. Deleted by
 * `remove`, at the latest on exit.
 * @throws LoadError when the temporary folder is not writable
 */
export async function openWorkFolder(): Promise<WorkFolder> {
  const parent = tmpdir();
  await removeAbandoned(parent);
  const path = await mkdtemp(join(parent, PREFIX)).catch((cause: unknown) => {
    throw unusable(parent, cause);
  });
  const owner = await answerAt(ownerAddress(path));
  removeAtExit(path);
  return {
    path,
    parent,
    async remove() {
      owner?.close();
      await rm(path, { recursive: true, force: true });
      left.delete(path);
    },
  };
}

/** Existing folders of this process. */
const left = new Set<string>();

/** One exit listener for all folders: a server for many people has many. */
function removeAtExit(path: string): void {
  if (left.size === 0) {
    process.off("exit", removeLeft);
    process.once("exit", removeLeft);
  }
  left.add(path);
}

function removeLeft(): void {
  for (const path of left) rmSync(path, { recursive: true, force: true });
}

function unusable(path: string, cause: unknown): LoadError {
  return fullFolder(path, cause) ?? cannotWrite(path, "can't be written to", cause);
}

/** A LoadError for an error of Node or DuckDB caused by a full temporary folder; null for others. */
export function fullFolder(path: string, error: unknown): LoadError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const isFull = "code" in cause && ["ENOSPC", "EDQUOT"].includes(String(cause.code));
    if (isFull || /no space left on device|max_temp_directory_size/i.test(cause.message))
      return cannotWrite(path, "is full", error);
  }
  return null;
}

function cannotWrite(path: string, why: string, cause: unknown): LoadError {
  const message = `The temporary folder ${path} ${why}. Make room there, or set TMPDIR to another folder.`;
  return new LoadError(message, { cause });
}

/** On Windows sockets are no files. */
function ownerAddress(path: string): string {
  return process.platform === "win32" ? `\\\\.\\pipe\\${basename(path)}` : join(path, OWNER);
}

/** Null where no socket can be created: the path is longer than about 100 bytes, or the file system has none. */
function answerAt(address: string): Promise<Server | null> {
  const server = createServer((caller) => caller.destroy()).unref();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

async function removeAbandoned(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const found = names.filter((name) => name.startsWith(PREFIX)).map((name) => join(parent, name));
  // Folders of other accounts, or removed at the same moment, are ignored.
  await Promise.all(found.map((path) => removeIfAbandoned(path).catch(() => undefined)));
}

async function removeIfAbandoned(path: string): Promise<void> {
  const { uid, mtimeMs } = await lstat(path);
  if (process.getuid && uid !== process.getuid()) return;
  const owner = await ownerOf(path);
  const isOld = Date.now() - mtimeMs > KEPT_WITHOUT_OWNER_MS;
  if (owner === "dead" || (owner === "none" && isOld)) await rm(path, { recursive: true });
}

function ownerOf(path: string): Promise<"alive" | "dead" | "none"> {
  return new Promise((resolve) => {
    const socket = connect(ownerAddress(path));
    socket.once("connect", () => {
      socket.destroy();
      resolve("alive");
    });
    socket.once("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ENOENT") resolve("none");
      else resolve(code === "ECONNREFUSED" ? "dead" : "alive");
    });
  });
}
