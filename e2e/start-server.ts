import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export type RunningServer = {
  /** Origin, without a slash at its end. */
  url: string;
  port: number;
  /** All that it has printed so far. */
  output: () => string;
  /** Asks it to end, as a terminal does, and waits until it has. */
  stop: () => Promise<void>;
};

export type ServerOptions = {
  /** The path of a file of referrals; without one the server makes sample data. */
  file?: string;
  port?: number;
  /** Origin of another service to forward to, instead of a file. */
  partnerCenterUrl?: string;
  /** Another source than a file or sample data. */
  source?: "referrals-api";
  /** The instant at which a file is judged. */
  asOf?: string;
  /** How people sign in; off where a test is about something else. */
  signIn?: "off" | "local";
  /** Sites that may frame the page. */
  frameAncestors?: string;
  /** Where the server stands in its site, behind a proxy that is trusted. */
  basePath?: string;
  /** Whether the server draws the first picture; off where a test is about the page itself. */
  firstPicture?: boolean;
  /** Further settings. */
  environment?: Readonly<Record<string, string>>;
  startWithinMs?: number;
  /** Folder of another build of the dashboard, to compare with. */
  root?: string;
};

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const READY = /ready at (http:\/\/127\.0\.0\.1:(\d+))/;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** Starts the built server (`npm run build` made it) on the given port or a free one. */
export function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  return startCommand(process.execPath, ["dist/server/main.js"], options);
}

const shared = new Map<string, Promise<RunningServer>>();

/** The server of this process that was started with these options; it ends with the process. */
export function sharedServer(options: ServerOptions): Promise<RunningServer> {
  const name = JSON.stringify(options);
  const server = shared.get(name) ?? startCommand(process.execPath, ["dist/server/main.js"], options, true);
  shared.set(name, server);
  return server;
}

/** Starts what a newcomer starts, `npm start`. */
export function npmStart(options: ServerOptions = {}): Promise<RunningServer> {
  return startCommand("npm", ["start"], options);
}

async function startCommand(
  command: string,
  args: string[],
  options: ServerOptions,
  endsWithProcess = false,
): Promise<RunningServer> {
  const child = spawn(command, args, {
    cwd: options.root ?? ROOT,
    env: environment(options, options.port ?? (await freePort())),
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that npm and the server below it end together.
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
  if (endsWithProcess) process.once("exit", () => signal(child, "SIGKILL"));
  let printed = "";
  child.stdout.on("data", (text: Buffer) => (printed += text));
  child.stderr.on("data", (text: Buffer) => (printed += text));
  const output = () => printed;
  const ready = await readyLine(child, output, options.startWithinMs ?? START_WITHIN_MS);
  return { url: ready.url, port: ready.port, output, stop: () => stop(child) };
}

function environment(options: ServerOptions, port: number): NodeJS.ProcessEnv {
  const { file = "", partnerCenterUrl = "", signIn = "off" } = options;
  return {
    ...process.env,
    PORT: String(port),
    HOST: "",
    REFERRALS_FILE: file,
    PARTNER_CENTER_URL: partnerCenterUrl,
    SIGN_IN: signIn,
    SOURCE: options.source ?? "",
    AS_OF: options.asOf ?? "",
    BASE_PATH: options.basePath ?? "",
    TRUST_PROXY: options.basePath ? "loopback" : "",
    FRAME_ANCESTORS: options.frameAncestors ?? "",
    FIRST_PICTURE: options.firstPicture ? "on" : "off",
    ...options.environment,
  };
}

/** A port that no program listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("The system gave no port.");
  return address.port;
}

async function readyLine(
  child: ChildProcess,
  output: () => string,
  withinMs: number,
): Promise<{ url: string; port: number }> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const [, url, port] = READY.exec(output()) ?? [];
    if (url && port) return { url, port: Number(port) };
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop(child);
  throw new Error(`The server was not ready in ${withinMs / 1000} s:\n${output()}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") child.kill(name);
  else process.kill(-child.pid, name);
}
