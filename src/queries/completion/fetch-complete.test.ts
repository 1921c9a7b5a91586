import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AggregateQuery } from "#cube/cube.ts";
import { canonicalRows } from "#cube/testing/cubes.ts";
import {
  anyCondition,
  anyFilter,
  anyRecords,
  ask,
  TEST_FIELDS,
  type TestRecord,
} from "#cube/testing/naive-ask.ts";
import { DIRECT_PAGE_READER } from "#parsing/worker-reader.ts";
import { createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { daysWithin } from "#partner-center/filter-build.ts";
import { type GroupedQuery, LEVELS } from "#partner-center/query.ts";
import { type NaiveService, startNaiveService } from "#queries/testing/naive-service.ts";
import { type CompletionOptions, fetchComplete } from "./fetch-complete.ts";

let service: NaiveService;
let tools: CompletionOptions;

beforeAll(async () => {
  service = await startNaiveService();
  const client = createClient({ endpoint: `${service.origin}${ENDPOINT}`, application: "Test" });
  tools = {
    client,
    fold: DIRECT_PAGE_READER.fold,
    total: async (filter) => (await client.total(filter)).totalCount,
    now: () => Date.UTC(2024, 5, 1),
    signal: new AbortController().signal,
    fillBudget: 10_000,
  };
});

beforeEach(() => {
  service.limit = Number.POSITIVE_INFINITY;
  service.asked = [];
});

afterAll(() => service.close());

test("refuses more markets than a page can show", async () => {
  const record = { status: "New", createdDate: null, wonDate: null };
  service.records = Array.from({ length: 20_001 }, (_, at) => ({ ...record, customerMarket: `M${at}` }));
  const query: GroupedQuery = { filter: null, groupBy: ["customerMarket"], level: "day" };
  await expect(fetchComplete(tools, query)).rejects.toMatchObject({
    kind: "bad-shape",
    message: expect.stringContaining("20001 different values of customerMarket"),
  });
  service.records = service.records.slice(1);
  expect((await fetchComplete(tools, query)).cube.size).toBe(20_000);
});

/** The service groups empty strings as null. */
function asRead(records: readonly TestRecord[], query: AggregateQuery): string[] {
  const cube = ask(records, query);
  const columns = cube.columns.map((column) => ({
    ...column,
    values: column.values.map((value) => value || null),
  }));
  const merged = new Map<string, number>();
  for (const row of canonicalRows({ ...cube, columns })) {
    const [keys, count] = JSON.parse(row);
    merged.set(JSON.stringify(keys), (merged.get(JSON.stringify(keys)) ?? 0) + count);
  }
  return [...merged].map(([keys, count]) => JSON.stringify([JSON.parse(keys), count])).sort();
}

const anyQuery: fc.Arbitrary<GroupedQuery> = fc.record({
  filter: fc.oneof(
    fc.constant(null),
    anyFilter,
    fc.constant(daysWithin("createdDate", "2023-12-01", "2024-04-15")),
    anyCondition.map((condition) => {
      const days = daysWithin("wonDate", "2024-01-10", "2024-04-20");
      return { kind: "and" as const, operands: [days, condition] as const };
    }),
  ),
  groupBy: fc
    .subarray([...TEST_FIELDS], { minLength: 1 })
    .map(([first = "status" as const, ...rest]) => [first, ...rest] as const),
  level: fc.constantFrom(...LEVELS),
});

test("an answer that was cut is repaired to the one that was not, for any data and any limit", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, anyQuery, fc.integer({ min: 1, max: 12 }), async (records, query, limit) => {
      Object.assign(service, { records, limit });
      const { cube, completeness } = await fetchComplete(tools, query);
      expect(completeness).toEqual({ kind: "complete" });
      expect(canonicalRows(cube)).toEqual(asRead(records, query));
    }),
    { numRuns: 60 },
  );
}, 60_000);

const day = (at: number): TestRecord => ({
  status: "Won",
  customerMarket: "US",
  createdDate: Date.UTC(2024, 0, 1 + at, 12),
  wonDate: null,
});
const BY_DAY: GroupedQuery = { filter: null, groupBy: ["createdDate"], level: "day" };

test("an answer that was not cut costs itself and one total", async () => {
  service.records = [day(0), day(1), day(2)];
  expect((await fetchComplete(tools, BY_DAY)).completeness).toEqual({ kind: "complete" });
  expect(service.asked).toHaveLength(2);
});

test("an answer that may not be repaired says how much of it is there", async () => {
  Object.assign(service, { records: [day(0), day(1), day(2)], limit: 2 });
  const { completeness } = await fetchComplete({ ...tools, fillBudget: 0 }, BY_DAY);
  expect(completeness).toEqual({ kind: "incomplete", counted: 2, total: 3 });
});

test("a repair that runs out of queries keeps what it has, and says so", async () => {
  Object.assign(service, { records: Array.from({ length: 40 }, (_, at) => day(at)), limit: 2 });
  const { cube, completeness } = await fetchComplete({ ...tools, fillBudget: 31 }, BY_DAY);
  const counted = cube.counts.length;
  expect(completeness).toEqual({ kind: "incomplete", counted, total: 40 });
  expect(counted).toBeGreaterThan(2);
  expect(service.asked.length).toBeLessThanOrEqual(34);
});

test("a total that is older than the answer is asked for again before anything is repaired", async () => {
  service.records = [day(0), day(1), day(2)];
  const total = async (_: unknown, since: number | null) => (since === null ? 5 : 3);
  expect((await fetchComplete({ ...tools, total }, BY_DAY)).completeness).toEqual({ kind: "complete" });
  expect(service.asked).toHaveLength(1);
});

test("without a total the answer stands, and its completeness is unknown", async () => {
  Object.assign(service, { records: [day(0), day(1), day(2)], limit: 2 });
  const { completeness } = await fetchComplete({ ...tools, total: async () => null }, BY_DAY);
  expect(completeness).toEqual({ kind: "unknown" });
});

test("where the answer fails, nobody waits for its total any longer, and where the total fails, for the answer", async () => {
  const failure = new Error("failed");
  const signals: (AbortSignal | undefined)[] = [];
  const never = (signal?: AbortSignal) => {
    signals.push(signal);
    return new Promise<never>(() => {});
  };
  const fails = () => Promise.reject(failure);
  const slowTotal = { ...tools, total: (_: unknown, __: unknown, signal: AbortSignal) => never(signal) };
  const failed = { ...slowTotal, client: { ...tools.client, grouped: fails } };
  await expect(fetchComplete(failed, BY_DAY)).rejects.toBe(failure);
  const slowResponse: CompletionOptions["client"] = {
    ...tools.client,
    grouped: (_, call) => never(call?.signal),
  };
  await expect(fetchComplete({ ...tools, total: fails, client: slowResponse }, BY_DAY)).rejects.toBe(failure);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
});

test("what no date and no market divides is counted from its records", async () => {
  const records = ["Won", "Lost", "New", "Won"].map((status) => ({ ...day(0), status }));
  Object.assign(service, { records, limit: 1 });
  const query: GroupedQuery = { filter: null, groupBy: ["status"], level: "day" };
  const { cube, completeness } = await fetchComplete(tools, query);
  expect(completeness).toEqual({ kind: "complete" });
  expect(canonicalRows(cube)).toEqual(asRead(records, query));
  expect(service.asked.filter(({ kind, page }) => kind === "records" && page.top > 1)).toHaveLength(1);
});
