import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";

/** ClickHouse 26.7 in process. It is installed when needed, outside the lock file: 550 MB that `npm ci` should not load. */
const CHDB = "chdb@3.4.0";
const FOLDER = resolve("node_modules/.cache/chdb");

type Parameters = Readonly<Record<string, string>>;
/** The part of chdb's session that is used. */
type Session = {
  queryBindAsync: (sql: string, values: Parameters) => Promise<{ bytes: () => Uint8Array }>;
  close: () => void;
};

export type ClickHouseBridge = { url: string; close: () => Promise<void> };

/** Whether chdb is there, installed now if need be. */
export function hasChdb(): boolean {
  if (existsSync(join(FOLDER, "node_modules/chdb"))) return true;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), "{}");
  const install = ["install", "--no-audit", "--no-fund", CHDB];
  return spawnSync("npm", install, { cwd: FOLDER, stdio: "ignore" }).status === 0;
}

/** The settings of accounts by their names, which those of a call overrule; a file that configures the engine. */
export type EngineOptions = { profiles?: Readonly<Record<string, Parameters>>; configFile?: string };

/**
 * ClickHouse's HTTP interface in front of the engine, for tests and benchmarks: statements with bound values and
 * settings, one at a time. `data` is a folder of its own, the only one of this process.
 */
export async function openClickHouseBridge(
  data: string,
  { profiles = {}, configFile }: EngineOptions = {},
): Promise<ClickHouseBridge> {
  const { Session } = createRequire(join(FOLDER, "package.json"))("chdb") as {
    Session: new (folder: string, options: { connectionArgs?: string[] }) => Session;
  };
  const session = new Session(data, configFile ? { connectionArgs: [`--config-file=${configFile}`] } : {});
  const engine: Engine = { session, apply: settingsOf(session), profiles };
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    const task = last.then(() => respond(engine, request, response));
    last = task.catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await last;
      session.close();
    },
  };
}

/** Parameters of the address that are no settings of the engine; `readonly` could not be taken back in one session. */
const NO_SETTINGS = new Set([
  ...["query", "query_id", "database", "default_format", "session_id", "wait_end_of_query", "readonly"],
  ...["cancel_http_readonly_queries_on_client_close", "enable_http_compression"],
]);

type Settings = readonly (readonly [name: string, value: string])[];

/** Gives a session the settings of one call, in place of those of the call before. */
function settingsOf(session: Session): (settings: Settings) => Promise<void> {
  let current: Settings = [];
  const set = async (settings: Settings) => {
    if (settings.length === 0) return;
    const list = settings.map(([name, value]) => `${name} = ${value}`).join(", ");
    await session.queryBindAsync(`SET ${list}`, {});
  };
  return async (settings) => {
    if (JSON.stringify(settings) === JSON.stringify(current)) return;
    await set(current.map(([name]) => [name, "DEFAULT"]));
    current = [];
    await set(settings.map(([name, value]) => [name, quoted(value)]));
    current = settings;
  };
}

type Engine = {
  session: Session;
  apply: (settings: Settings) => Promise<void>;
  profiles: Readonly<Record<string, Parameters>>;
};

async function respond(
  { session, apply, profiles }: Engine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const parameters = [...new URL(request.url ?? "/", "http://localhost").searchParams];
  const values = parameters.flatMap(([name, value]) =>
    name.startsWith("param_") ? [[name.slice("param_".length), unescaped(value)]] : [],
  );
  const own = parameters.filter(([name]) => !name.startsWith("param_") && !NO_SETTINGS.has(name));
  const profile = profiles[accountOf(request)] ?? {};
  const settings = Object.entries({ ...profile, ...Object.fromEntries(own) });
  const sql = [parameters.find(([name]) => name === "query")?.[1], body].filter(Boolean).join("\n");
  try {
    await apply(settings);
    const result = await session.queryBindAsync(sql || "SELECT 1", Object.fromEntries(values));
    response.writeHead(200, { "Content-Type": "application/json" }).end(result.bytes());
  } catch (error) {
    // What a failed statement had written would stand before the next result.
    await session.queryBindAsync("SELECT 1 FORMAT Null", {}).catch(() => {});
    response.writeHead(500).end(error instanceof Error ? error.message : String(error));
  }
}

function accountOf({ headers: { authorization = "" } }: IncomingMessage): string {
  const given = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
  return given.split(":")[0] ?? "";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", 0: "\0" };

/** Undoes the client's escaping of values, that of tab-separated text. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_all, letter: string) => ESCAPES[letter] ?? letter);
}
