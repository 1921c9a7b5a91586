import { afterEach, beforeEach, expect, test } from "vitest";
import type { WorkerPort } from "#lib/worker-client.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { doTask, type ParseTask, transferablesOf } from "./parse-job.ts";
import { createWorkerReader, DIRECT_PAGE_READER } from "./worker-reader.ts";

const BY_STATUS: GroupedQuery = { filter: null, groupBy: ["status", "createdDate"], level: "day" };

const bytesOf = (body: unknown): ArrayBuffer =>
  new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)).buffer;

const buckets = Array.from({ length: 10_000 }, (_, at) => ({
  status: at % 3 === 0 ? null : `S${at % 5}`,
  createdDate: `2024-01-${String((at % 28) + 1).padStart(2, "0")}T00:00:00`,
  referralCount: String(at),
}));
const referrals = Array.from({ length: 3000 }, (_, at) => ({
  id: `r${at}`,
  status: "Won",
  createdDate: at % 9 === 0 ? "soon" : "2024-01-05T10:00:00",
}));
const SMALL = bytesOf([{ status: "Won", referralCount: 1 }]);

let channel: MessageChannel;
let opened: number;
let jobs: ParseTask[];

beforeEach(() => {
  channel = new MessageChannel();
  [opened, jobs] = [0, []];
  channel.port1.start();
});
afterEach(() => channel.port1.close());

/** One end of a channel that copies and transfers messages like a worker. */
function openPort(): WorkerPort {
  opened += 1;
  return channel.port1 as unknown as WorkerPort;
}

function answerJobs(): void {
  channel.port2.onmessage = ({ data }: MessageEvent<ParseTask>) => {
    jobs.push(data);
    const reply = doTask(data);
    channel.port2.postMessage(reply, transferablesOf(reply));
  };
}

test("large answers are read elsewhere, and as if they were read here", async () => {
  answerJobs();
  const reader = createWorkerReader(openPort);
  const grouped = bytesOf({ Value: buckets, "@nextLink": "/next", TotalCount: 9 });
  expect(await reader.grouped(grouped, BY_STATUS)).toEqual(
    await DIRECT_PAGE_READER.grouped(grouped, BY_STATUS),
  );
  const records = bytesOf({ Value: referrals, TotalCount: 3000 });
  expect(await reader.records(records)).toEqual(await DIRECT_PAGE_READER.records(records));
  const pages = [(await reader.grouped(grouped, BY_STATUS)).buckets] as const;
  const twice = [...pages, ...pages] as const;
  expect(await reader.fold(BY_STATUS, twice)).toEqual(await DIRECT_PAGE_READER.fold(BY_STATUS, twice));
  expect(jobs.map(({ kind }) => kind)).toEqual(["grouped", "records", "grouped", "fold"]);
  expect(opened).toBe(1);
});

test("small answers are read here, and start nothing", async () => {
  const reader = createWorkerReader(openPort);
  expect(await reader.grouped(SMALL, BY_STATUS)).toMatchObject({ buckets: { size: 1 } });
  expect(opened).toBe(0);
});

test("several jobs at once get each its own reply", async () => {
  answerJobs();
  const reader = createWorkerReader(openPort);
  const pages = await Promise.all(
    [10, 20, 30].map((count) => reader.records(bytesOf([...referrals, ...referrals.slice(0, count)]))),
  );
  expect(pages.map(({ records }) => records.size)).toEqual([3010, 3020, 3030]);
});

test.each([
  ["html", `<html>${" ".repeat(300_000)}</html>`],
  ["not-json", `[${"1,".repeat(150_000)}`],
  ["bad-shape", [...buckets, { status: 5, referralCount: 1 }]],
])("a refusal arrives as the same typed error: %s", async (kind, body) => {
  answerJobs();
  const refused = await createWorkerReader(openPort).grouped(bytesOf(body), BY_STATUS).catch(String);
  const here = await DIRECT_PAGE_READER.grouped(bytesOf(body), BY_STATUS).catch((error: unknown) => error);
  await expect(createWorkerReader(openPort).grouped(bytesOf(body), BY_STATUS)).rejects.toMatchObject({
    name: "AnalyticsError",
    kind,
    call: (here as { call: unknown }).call,
  });
  expect(refused).toBe(String(here));
  expect(jobs.length).toBeGreaterThan(0);
});

test("where no worker can be made, everything is read here", async () => {
  const reader = createWorkerReader(() => {
    opened += 1;
    throw new DOMException("no workers in this frame", "SecurityError");
  });
  reader.warmUp();
  const body = bytesOf(buckets);
  expect(await reader.grouped(body, BY_STATUS)).toEqual(await DIRECT_PAGE_READER.grouped(body, BY_STATUS));
  await reader.grouped(body, BY_STATUS);
  expect(opened).toBe(1);
});

test("a worker that fails leaves its work to this thread, also what it had already", async () => {
  const reader = createWorkerReader(openPort);
  const body = bytesOf(buckets);
  const underWay = reader.grouped(body, BY_STATUS);
  channel.port1.dispatchEvent(new Event("error"));
  const here = await DIRECT_PAGE_READER.grouped(body, BY_STATUS);
  expect(await underWay).toEqual(here);
  expect(await reader.grouped(body, BY_STATUS)).toEqual(here);
  expect(opened).toBe(1);
});
