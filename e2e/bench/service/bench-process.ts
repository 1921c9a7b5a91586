import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type BenchServer = {
  url: string;
  /** From process start to its ready line. */
  readyMs: number;
  /** Peak memory in bytes, or current memory where the system has no peak. */
  memory: () => Promise<number>;
  /** Current memory in bytes. */
  memoryNow: () => Promise<number>;
  stop: () => Promise<void>;
};

/** This build's server. */
const OWN = fileURLToPath(new URL("main.js", import.meta.url));

/** Starts a built server on a file and waits until it is ready. */
export async function startServerProcess(referralsFile: string, main = OWN): Promise<BenchServer> {
  const started = performance.now();
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, REFERRALS_FILE: referralsFile, PORT: "0", SIGN_IN: "off", RATE_LIMIT: "1000" },
    // Standard error would get a log line per call.
    stdio: ["ignore", "pipe", "ignore"],
  });
  const url = await readyUrl(server);
  return {
    url,
    readyMs: performance.now() - started,
    memory: () => memoryOf(server.pid ?? 0, "VmHWM"),
    memoryNow: () => memoryOf(server.pid ?? 0, "VmRSS"),
    async stop() {
      server.kill();
      await once(server, "exit");
    },
  };
}

async function readyUrl(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error("The server has no output to read.");
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /ready at (http\S+)/.exec(line)?.[1];
    if (!url) continue;
    server.stdout.resume();
    return url;
  }
  throw new Error("The server ended before it was ready.");
}

async function memoryOf(pid: number, field: "VmHWM" | "VmRSS"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1];
  if (found) return Number(found) * 1024;
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout) * 1024;
}
