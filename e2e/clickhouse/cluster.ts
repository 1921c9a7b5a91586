import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createPortTaker } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unescaped } from "../bench/service/clickhouse-bridge.ts";
import { openSlowLine, type SlowLine } from "./slow-line.ts";

const SERVER = "clickhouse-server";
/** Debian's server is from before bound values. */
const BOUND = /\{(p\d+):(String|Int64)\}/g;

export type Shard = {
  /** Its HTTP interface, where bound values are put into the statement as no text could end them. */
  url: string;
  run: (sql: string) => Promise<string>;
  pause: () => void;
  resume: () => void;
  stop: () => Promise<void>;
  start: () => Promise<void>;
};
export type Cluster = { shards: readonly [Shard, Shard]; line: SlowLine; close: () => Promise<void> };

/**
 * Two servers of Debian's package as two shards: of the cluster `two`, and of `by_line`, in which the second is asked
 * through a line that can be slow. Null where the package is missing.
 */
export async function openCluster(): Promise<Cluster | null> {
  if (!(await isInstalled())) return null;
  const folder = await mkdtemp(join(tmpdir(), "clickhouse-test-"));
  const ports = await Promise.all([0, 1, 2, 3, 4, 5].map(freePort));
  const nodes = [0, 1].map((nth) => ({
    http: ports[nth * 3] ?? 0,
    tcp: ports[nth * 3 + 1] ?? 0,
    between: ports[nth * 3 + 2] ?? 0,
  }));
  const [tcpOfOne = 0, tcpOfOther = 0] = nodes.map(({ tcp }) => tcp);
  const line = await openSlowLine(tcpOfOther);
  const remote = `<two>${shardsAt(tcpOfOne, tcpOfOther)}</two><by_line>${shardsAt(tcpOfOne, line.port)}</by_line>`;
  const [one, other] = await Promise.all(
    nodes.map((node, nth) => openShard(join(folder, String(nth)), node, remote)),
  );
  if (!one || !other) throw new Error("Two shards were to start.");
  return {
    shards: [one.shard, other.shard],
    line,
    async close() {
      await Promise.all([one.close(), other.close(), line.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function shardsAt(...ports: readonly number[]): string {
  const shard = (port: number) =>
    `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  return ports.map(shard).join("");
}

type Ports = { http: number; tcp: number; between: number };

async function openShard(folder: string, ports: Ports, remote: string) {
  const config = join(folder, "config.xml");
  await mkdir(folder, { recursive: true });
  await writeFile(config, configOf(folder, ports, remote));
  await writeFile(join(folder, "users.xml"), USERS);
  let server: ChildProcess;
  const start = async () => {
    server = spawn(SERVER, [`--config-file=${config}`], { stdio: "ignore" });
    while (!(await answers(ports.http))) if (server.exitCode !== null) throw new Error("The server ended.");
  };
  const stop = async () => {
    server.kill("SIGKILL");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  };
  await start();
  const proxy = createServer((call, response) => void forward(ports.http, call, response));
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const shard: Shard = {
    url,
    async run(sql) {
      const response = await fetch(url, { method: "POST", body: sql });
      const text = await response.text();
      if (!response.ok) throw new Error(text);
      return text;
    },
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
    stop,
    start,
  };
  const close = async () => {
    await stop();
    proxy.closeAllConnections();
    proxy.close();
  };
  return { shard, close };
}

function configOf(folder: string, { http, tcp, between }: Ports, remote: string): string {
  return `<yandex><logger><level>fatal</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
    <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${between}</interserver_http_port>
    <interserver_http_host>127.0.0.1</interserver_http_host><listen_host>127.0.0.1</listen_host>
    <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>users.xml</users_config>
    <default_profile>default</default_profile><default_database>default</default_database><timezone>Asia/Tokyo</timezone>
    <mark_cache_size>100000000</mark_cache_size><remote_servers>${remote}</remote_servers></yandex>`;
}

/** An account for each profile that would make answers less than whole, if it were let. */
export const HOSTILE_PROFILES: Readonly<Record<string, string>> = {
  skips_shards: "<skip_unavailable_shards>1</skip_unavailable_shards>",
  few_groups:
    "<max_rows_to_group_by>3</max_rows_to_group_by><group_by_overflow_mode>any</group_by_overflow_mode>",
  breaks_groups:
    "<max_rows_to_group_by>3</max_rows_to_group_by><group_by_overflow_mode>break</group_by_overflow_mode>",
  few_rows: "<max_rows_to_read>10</max_rows_to_read><read_overflow_mode>break</read_overflow_mode>",
  few_results: "<max_result_rows>20</max_result_rows><result_overflow_mode>break</result_overflow_mode>",
  no_merge: "<distributed_group_by_no_merge>1</distributed_group_by_no_merge>",
  read_only: "<readonly>2</readonly>",
};

const USERS = `<yandex><profiles><default/>${Object.entries({
  ...HOSTILE_PROFILES,
  locked: "<readonly>1</readonly>",
})
  .map(([name, settings]) => `<${name}>${settings}</${name}>`)
  .join("")}</profiles><quotas><default/></quotas><users>${[
  "default",
  ...Object.keys(HOSTILE_PROFILES),
  "locked",
]
  .map(
    (name) =>
      `<${name}><password></password><networks><ip>127.0.0.1</ip></networks><profile>${name}</profile><quota>default</quota></${name}>`,
  )
  .join("")}</users></yandex>`;

async function isInstalled(): Promise<boolean> {
  const tried = spawn(SERVER, ["--version"], { stdio: "ignore" });
  return new Promise((resolve) =>
    tried.once("error", () => resolve(false)).once("exit", () => resolve(true)),
  );
}

async function freePort(): Promise<number> {
  const taker = createPortTaker();
  await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
  const { port } = taker.address() as AddressInfo;
  await new Promise((resolve) => taker.close(resolve));
  return port;
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/ping`).then(
    ({ ok }) => ok,
    () => new Promise((resolve) => setImmediate(() => resolve(false))),
  );
}

async function forward(port: number, call: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of call) chunks.push(chunk as Buffer);
  const url = new URL(call.url ?? "/", `http://127.0.0.1:${port}`);
  const values = new Map([...url.searchParams].filter(([name]) => name.startsWith("param_")));
  for (const name of values.keys()) url.searchParams.delete(name);
  const body = Buffer.concat(chunks)
    .toString()
    .replaceAll(BOUND, (_all, name: string, type: string) =>
      literal(values.get(`param_${name}`) ?? "", type),
    );
  const { authorization = "" } = call.headers;
  const headers = { "Content-Length": Buffer.byteLength(body), ...(authorization && { authorization }) };
  const passed = request(url, { method: "POST", headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  response.once("close", () => passed.destroy());
  passed.once("error", () => response.destroy());
  passed.end(body);
}

function literal(escaped: string, type: string): string {
  if (type === "Int64") return `toInt64(${BigInt(escaped)})`;
  return `unhex('${Buffer.from(unescaped(escaped)).toString("hex")}')`;
}
