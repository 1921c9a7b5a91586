import { mkdtemp, rm } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addDays } from "#lib/calendar.ts";
import { COLUMNS_TYPE } from "#partner-center/columns.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { writeBenchFile } from "./bench-data.ts";
import { type BenchServer, startServerProcess } from "./bench-process.ts";
import { measureClickHouse, runClickHouse } from "./measure-clickhouse.ts";
import { openEngine } from "./measure-engine.ts";
import { measureLoad } from "./measure-load.ts";
import {
  measureKeptReadings,
  measureReadings,
  type ReadingsMeasure,
  runStandIn,
} from "./measure-readings.ts";

/** A measurement; reported only when it has no limit `most`. */
type Figure = { name: string; value: number; unit: "ms" | "MB" | "×" | "calls"; most?: number };

const MILLION = 1_000_000;
/** Warm-up calls, for compilation and page cache, and measured calls. */
const WARM_UP = 15;
const REPEATS = 45;
const GROUPED = "groupby=status,customerMarket,createdDate&aggregationLevel=month";

/** Ms until the last byte of a response. */
function timeOf(url: string, encoding: string, accept = "application/json"): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { "Accept-Encoding": encoding, Accept: accept } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} was answered with ${response.statusCode}.`));
      response.on("end", () => resolve(performance.now() - started)).resume();
    });
    request.on("error", reject);
  });
}

/** The median time of a query; `query` may vary by call to bypass the cache. */
async function median(base: string, query: (call: number) => string, encoding = "identity"): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < WARM_UP + REPEATS; call += 1) {
    const time = await timeOf(`${base}${ENDPOINT}?${query(call)}`, encoding);
    if (call >= WARM_UP) times.push(time);
  }
  return middleOf(times);
}

/** A day before all referrals, another for each call: same result, but never cached. */
const uncached = (call: number) => {
  const day = addDays("1950-01-01", call);
  return `${GROUPED}&filter=${encodeURIComponent(`createdDate ge cast('${day}',Edm.DateTimeOffset)`)}`;
};

async function measureQueries(base: string): Promise<Figure[]> {
  const page = (call: number) => `top=10000&skip=${10_000 * call}`;
  const filtered = (call: number) =>
    `top=10000&skip=${call}&filter=${encodeURIComponent("customerMarket eq 'US'")}`;
  const brotli = (call: number) => uncached(1000 + call);
  return [
    { name: "grouped by month, uncached", value: await median(base, uncached), unit: "ms", most: 35 },
    { name: "grouped by month, again", value: await median(base, () => GROUPED), unit: "ms", most: 3 },
    { name: "page of 10,000 records", value: await median(base, page), unit: "ms", most: 50 },
    { name: "page of 10,000 of one market", value: await median(base, filtered), unit: "ms" },
    { name: "grouped by month, uncached, br", value: await median(base, brotli, "br"), unit: "ms" },
  ];
}

/** The uncached query over HTTP, in columns as the page asks for them and in rows, and DuckDB alone, in turn. */
async function besideEngine(base: string, file: string): Promise<Figure[]> {
  const engine = await openEngine(file);
  const [columns, rows, alone]: [number[], number[], number[]] = [[], [], []];
  for (let call = 0; call < WARM_UP + REPEATS; call += 1) {
    const times = [
      await timeOf(`${base}${ENDPOINT}?${uncached(2000 + call)}`, "identity", COLUMNS_TYPE),
      await timeOf(`${base}${ENDPOINT}?${uncached(3000 + call)}`, "identity"),
      await engine.group(),
    ] as const;
    if (call < WARM_UP) continue;
    columns.push(times[0]);
    rows.push(times[1]);
    alone.push(times[2]);
  }
  engine.close();
  const duckDb = middleOf(alone);
  return [
    { name: "DuckDB alone, in process", value: duckDb, unit: "ms" },
    {
      name: "uncached over HTTP in columns, times that",
      value: middleOf(columns) / duckDb,
      unit: "×",
      most: 2,
    },
    { name: "the same in rows, times that", value: middleOf(rows) / duckDb, unit: "×", most: 2 },
  ];
}

async function serving<T>(file: string, use: (server: BenchServer) => Promise<T>): Promise<T> {
  const server = await startServerProcess(file);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

async function aMillion(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [format, most] of [
    ["csv", 15_000],
    ["jsonl", 15_000],
    ["parquet", 5_000],
  ] as const) {
    const file = await writeBenchFile(folder, format, MILLION);
    await serving(file, async (server) => {
      figures.push({ name: `ready, 1 M in ${format}`, value: server.readyMs, unit: "ms", most });
      if (format === "parquet")
        figures.push(...(await measureQueries(server.url)), ...(await besideEngine(server.url, file)));
      const memory = (await server.memory()) / 1e6;
      figures.push({ name: `most memory, 1 M in ${format}`, value: memory, unit: "MB", most: 1000 });
    });
    await rm(file);
  }
  return figures;
}

async function manyMillions(folder: string, records: number): Promise<Figure[]> {
  const file = await writeBenchFile(folder, "parquet", records);
  return serving(file, async (server) => [
    { name: `ready, ${records / MILLION} M in parquet`, value: server.readyMs, unit: "ms" },
    { name: "grouped by month, uncached", value: await median(server.url, uncached), unit: "ms", most: 250 },
    { name: "most memory", value: (await server.memory()) / 1e6, unit: "MB" },
  ]);
}

/** Many different queries per second, on as many referrals as a large partner has. */
async function underLoad(folder: string): Promise<Figure[]> {
  const file = await writeBenchFile(folder, "csv", 100_000);
  return serving(file, async ({ url, memoryNow }) => {
    const { p99, p99Beside, memory } = await measureLoad(url, memoryNow);
    const growth = (Math.max(...memory) - Math.min(...memory)) / 1e6;
    return [
      { name: "p99 at 200 queries a second", value: p99, unit: "ms", most: 1000 },
      {
        name: "p99 beside 250 other connections",
        value: p99Beside,
        unit: "ms",
        most: Math.max(1.2 * p99, 50),
      },
      { name: "memory, most less least of 5 runs", value: growth, unit: "MB", most: 80 },
    ];
  });
}

const [LOADS, MANY_LOADS] = [7, 3];

/** Compares load times with another build in the folder `root`, alternating on the same files; of many millions Parquet alone. */
async function againstBuild(folder: string, root: string, records: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const isMany = records > MILLION;
  for (const format of isMany ? (["parquet"] as const) : (["csv", "parquet"] as const)) {
    const file = await writeBenchFile(folder, format, records);
    const times: [number[], number[]] = [[], []];
    // The first run of each warms the page cache and does not count.
    for (let run = 0; run <= (isMany ? MANY_LOADS : LOADS); run += 1) {
      for (const [at, main] of [undefined, join(root, "dist/server/main.js")].entries()) {
        const server = await startServerProcess(file, main);
        await server.stop();
        if (run > 0) times[at]?.push(server.readyMs);
      }
    }
    const [own = Number.NaN, other = Number.NaN] = times.map(middleOf);
    figures.push(
      { name: `ready, ${records / MILLION} M in ${format}`, value: own, unit: "ms" },
      { name: "the other build", value: other, unit: "ms" },
      { name: "times as long", value: own / other, unit: "×", most: 1.15 },
    );
    await rm(file);
  }
  return figures;
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** A person's referrals from the Referrals API, with and without a history. */
async function readings(folder: string): Promise<Figure[]> {
  const program = fileURLToPath(import.meta.url);
  const figuresOf = ({ firstMs, wholeMs, memory, mostAtOnce }: ReadingsMeasure, more: string): Figure[] => [
    { name: `first figures of 20,000${more}`, value: firstMs, unit: "ms", most: 3000 },
    { name: `all 20,000 read${more}`, value: wholeMs, unit: "ms", most: 15_000 },
    { name: `memory above idle${more}`, value: memory / 1e6, unit: "MB", most: 150 },
    { name: `calls at once${more}`, value: mostAtOnce, unit: "calls", most: 1 },
  ];
  return [
    ...figuresOf(await measureReadings(program, null), ""),
    ...figuresOf(await measureKeptReadings(program, folder), ", kept"),
  ];
}

/** So many times as long as the embedded store may ClickHouse take, by number of referrals. */
const CLICKHOUSE_LIMITS: Readonly<Record<string, readonly [grouped: number, records: number]>> = {
  1000000: [3, 12],
  10000000: [8, 12],
};

/** The same queries on ClickHouse and on the embedded store, in turn. */
async function onClickHouse(folder: string, records: number): Promise<Figure[]> {
  const file = await writeBenchFile(folder, "parquet", records);
  const pairs = await measureClickHouse(fileURLToPath(import.meta.url), file, join(folder, "clickhouse"));
  return pairs.flatMap(({ name, duckDb, clickHouse }, place): Figure[] => {
    const most = CLICKHOUSE_LIMITS[records]?.[place];
    return [
      { name: `${name}, DuckDB`, value: duckDb, unit: "ms" },
      { name: `${name}, ClickHouse`, value: clickHouse, unit: "ms" },
      { name: "times as long", value: clickHouse / duckDb, unit: "×", ...(most && { most }) },
    ];
  });
}

function line({ name, value, unit, most }: Figure): string {
  const verdict = most === undefined ? "    " : value <= most ? "pass" : "MISS";
  const target = most === undefined ? "" : `  at most ${most.toLocaleString("en")}`;
  const figure = value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
  return `${verdict}  ${name.padEnd(32)} ${figure.padStart(8)} ${unit}${target}`;
}

async function measure(argument: string | undefined): Promise<Figure[]> {
  if (argument?.startsWith("http")) return measureQueries(argument);
  const folder = await mkdtemp(join(tmpdir(), "referrals-bench-"));
  try {
    if (argument === "load") return await underLoad(folder);
    if (argument === "against")
      return await againstBuild(folder, process.argv[3] ?? ".", Number(process.argv[4] ?? MILLION));
    if (argument === "clickhouse") return await onClickHouse(folder, Number(process.argv[3] ?? MILLION));
    if (argument === "readings") return await readings(folder);
    const records = Number(argument ?? MILLION);
    return await (records > MILLION ? manyMillions(folder, records) : aMillion(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// One argument: a number of records (a million by default, ten million for the large run), the address of a server that
// runs already, "load" for many queries at once, "against", the folder of another build and a number of records, or "readings" for the Referrals
// API, whose stand-in this is with "stand-in"; "clickhouse" and a number of records compare ClickHouse with the embedded store.
if (process.argv[2] === "clickhouse-engine") await runClickHouse(process.argv[3] ?? ".");
if (process.argv[2] === "stand-in") await runStandIn();
const figures = await measure(process.argv[2]);
for (const figure of figures) console.log(line(figure));
process.exitCode = figures.some(({ value, most }) => most !== undefined && !(value <= most)) ? 1 : 0;
