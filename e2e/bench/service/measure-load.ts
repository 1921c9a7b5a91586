import { once } from "node:events";
import { Agent, get } from "node:http";
import { connect, type Socket } from "node:net";
import { addDays } from "#lib/calendar.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";

const [PER_SECOND, SECONDS, RUNS] = [200, 20, 5];
const [SLOW_READERS, IDLE] = [50, 200];
const MARKETS = ["US", "GB", "DE", "FR", "CA", "AU", "NL", "IN"];

/** Results of five runs with distinct queries: 99th percentile in ms, and bytes after each run. */
export type Load = { p99: number; p99Beside: number; memory: readonly number[] };

/**
 * Sends 200 distinct queries a second for 20 s, five times, and once more next to 50 slow readers and 200 idle
 * connections. Times count from when a query was due, to avoid coordinated omission.
 * @throws Error when a response is not 200
 */
export async function measureLoad(url: string, memory: () => Promise<number>): Promise<Load> {
  let asked = 0;
  // FIFO, so that no connection idles until the server closes it just as it is reused.
  const agent = new Agent({ keepAlive: true, maxSockets: 256, scheduling: "fifo" });
  const run = async (seconds: number) => {
    const times = await inTurn(seconds * PER_SECOND, () => {
      asked += 1;
      return answered(`${url}${ENDPOINT}?${differentQuery(asked)}`, agent);
    });
    return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
  };
  await run(5);
  const [p99s, after]: [number[], number[]] = [[], []];
  for (let count = 0; count < RUNS; count += 1) {
    p99s.push(await run(SECONDS));
    after.push(await memory());
  }
  const others = [...(await slowReaders(url, SLOW_READERS)), ...(await idleConnections(url, IDLE))];
  const p99Beside = await run(SECONDS);
  for (const socket of others) socket.destroy();
  agent.destroy();
  return { p99: Math.max(...p99s), p99Beside, memory: after };
}

/** A distinct query each time: days, markets and groups vary, to bypass the cache. */
function differentQuery(count: number): string {
  const from = addDays("2023-06-01", (count * 7) % 900);
  const market = MARKETS[count % MARKETS.length] ?? "US";
  const filter = allOf([
    daysWithin("createdDate", from, addDays(from, 30 + (count % 331))),
    count % 3 === 0 ? termIs("customerMarket", [market]) : null,
  ]);
  const groupBy: GroupedQuery["groupBy"] =
    count % 2 === 0 ? ["status", "customerMarket"] : ["createdDate", "status"];
  const query: GroupedQuery = { filter, groupBy, level: "month" };
  return printQuery({ kind: "grouped", query, page: { top: 9_999 - (count % 5_000), skip: 0 } });
}

/** Starts work at a steady rate, regardless of completion; returns ms from due time to end. */
async function inTurn(count: number, work: () => Promise<void>): Promise<number[]> {
  const begin = performance.now();
  const under: Promise<number>[] = [];
  while (under.length < count) {
    const due = begin + (under.length * 1000) / PER_SECOND;
    if (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const done = work().then(() => performance.now() - due);
    // Errors are reported at the end.
    done.catch(() => {});
    under.push(done);
  }
  const ends = await Promise.allSettled(under);
  const errors = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
  if (errors.length > 0) throw new Error(`${errors.length} of ${count} queries failed: ${errors[0]}`);
  return Promise.all(under);
}

function answered(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} was answered with ${response.statusCode}.`));
      response.on("end", resolve).resume();
    });
    request.on("error", reject);
  });
}

async function opened(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Connections that request ten thousand records and read only the first bytes. */
async function slowReaders(url: string, count: number): Promise<Socket[]> {
  const sockets = await idleConnections(url, count);
  for (const [at, socket] of sockets.entries()) {
    socket.write(`GET ${ENDPOINT}?skip=${at} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`);
    socket.once("data", () => socket.pause());
  }
  // Their ten thousand records are made before the run: what they change is meant, not what they cost at first.
  await Promise.all(sockets.map((socket) => once(socket, "data")));
  return sockets;
}

function idleConnections(url: string, count: number): Promise<Socket[]> {
  return Promise.all(Array.from({ length: count }, () => opened(url)));
}
