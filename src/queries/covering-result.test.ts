import { QueryClient, QueryObserver } from "@tanstack/react-query";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AggregateQuery } from "#cube/cube.ts";
import { canonicalRows, cubeOf } from "#cube/testing/cubes.ts";
import { anyRecords, ask, TEST_FIELDS } from "#cube/testing/naive-ask.ts";
import { GRAINS } from "#lib/calendar.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { allOf, daysWithin, termIs } from "#partner-center/filter-build.ts";
import { type CubeResult, deriveResult } from "./cube-result.ts";
import { createDataClient, type DataClient } from "./data-client.ts";
import {
  type CachedResult,
  cachedResults,
  findCoveringResult,
  onCacheChange,
  totalFromCache,
} from "./query-cache.ts";
import { type NaiveService, startNaiveService } from "./testing/naive-service.ts";
import { groupedOptions } from "./use-grouped.ts";

const WIDE: AggregateQuery = { filter: null, groupBy: [...TEST_FIELDS], level: "day" };

let service: NaiveService;
let dataClient: DataClient;
let queryClient: QueryClient;

beforeAll(async () => {
  service = await startNaiveService();
  dataClient = createDataClient({ endpoint: `${service.origin}${ENDPOINT}`, application: "Test" });
});

beforeEach(() => {
  queryClient = new QueryClient();
  Object.assign(service, { asked: [], isSilent: false });
});

afterAll(() => service.close());

const load = (query: AggregateQuery) => queryClient.fetchQuery(groupedOptions(dataClient, query));

/** Dimensions, markets, periods of whole days and grains, as a user changes them. */
const anyChange: fc.Arbitrary<AggregateQuery> = fc.record({
  filter: fc
    .tuple(
      fc.subarray(["US", "Won", "won", "__proto__"]),
      fc.option(fc.tuple(fc.nat(60), fc.nat(60)).map((days) => days.sort((a, b) => a - b))),
    )
    .map(([markets, days]) =>
      allOf([
        termIs("customerMarket", markets),
        days &&
          daysWithin(
            "createdDate",
            ...(days.map((at) => new Date(Date.UTC(2024, 0, at)).toISOString().slice(0, 10)) as [
              string,
              string,
            ]),
          ),
      ]),
    ),
  groupBy: fc
    .subarray([...TEST_FIELDS], { minLength: 1 })
    .map(([first = "status" as const, ...rest]) => [first, ...rest] as const),
  level: fc.constantFrom(...GRAINS),
});

test("twenty changes after the wide answer has come ask nothing, and are answered right", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRecords,
      fc.array(anyChange, { minLength: 20, maxLength: 20 }),
      async (records, changes) => {
        // The service groups empty strings as null.
        service.records = records.map((one) => ({
          ...one,
          status: one.status || null,
          customerMarket: one.customerMarket || null,
        }));
        queryClient.clear();
        await load(WIDE);
        service.asked = [];
        for (const query of changes) {
          const source = findCoveringResult(query, cachedResults(queryClient, ""));
          const result = source && deriveResult(source, query);
          expect(result && canonicalRows(result.cube)).toEqual(canonicalRows(ask(service.records, query)));
        }
        expect(service.asked).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
}, 30_000);

test("a query asked by two at once goes over the wire once, with one total for all of its filter", async () => {
  const other: AggregateQuery = { filter: null, groupBy: ["status"], level: "day" };
  await Promise.all([load(WIDE), load(WIDE), load(other)]);
  expect(service.asked.map(({ kind }) => kind).sort()).toEqual(["grouped", "grouped", "records"]);
});

test("a query whose total a complete answer tells is asked without one", async () => {
  await load(WIDE);
  service.asked = [];
  await load({
    filter: daysWithin("createdDate", "2024-01-01", "2024-01-31"),
    groupBy: ["status"],
    level: "day",
  });
  expect(service.asked.map(({ kind }) => kind)).toEqual(["grouped"]);
});

test("a query that nobody waits for any more is cancelled, its total too", async () => {
  service.isSilent = true;
  const before = dataClient.log.get().length;
  const leave = new QueryObserver(queryClient, groupedOptions(dataClient, WIDE)).subscribe(() => {});
  await vi.waitFor(() => expect(service.asked).toHaveLength(2));
  leave();
  await vi.waitFor(() =>
    expect(dataClient.log.get().slice(before)).toMatchObject([
      { ending: "cancelled" },
      { ending: "cancelled" },
    ]),
  );
});

test("a change of what is at hand is told once; who looks at it and what is on its way is none", async () => {
  const listener = vi.fn();
  const end = onCacheChange(queryClient, listener);
  await load(WIDE);
  expect(listener).toHaveBeenCalledTimes(1);
  const leave = new QueryObserver(queryClient, groupedOptions(dataClient, WIDE)).subscribe(() => {});
  leave();
  await queryClient.fetchQuery({ queryKey: ["other"], queryFn: async () => 1 });
  expect(listener).toHaveBeenCalledTimes(1);
  await queryClient.invalidateQueries({ refetchType: "none" });
  expect(listener).toHaveBeenCalledTimes(2);
  queryClient.clear();
  expect(listener).toHaveBeenCalledTimes(3);
  end();
  await load(WIDE);
  expect(listener).toHaveBeenCalledTimes(3);
});

describe("the answer that a query is taken from", () => {
  const answerTo = (query: AggregateQuery, keys: (string | null)[][]): CubeResult => ({
    cube: cubeOf(
      query,
      keys.map((one) => ({ keys: one, count: 1 })),
    ),
    completeness: { kind: "complete" },
    time: 0,
  });
  const fresh = (result: CubeResult): CachedResult => ({ result, isFresh: true });
  const byStatus: AggregateQuery = { filter: null, groupBy: ["status"], level: "day" };
  const small = answerTo({ ...byStatus, groupBy: ["status", "customerMarket"] }, [["Won", "US"]]);
  const large = answerTo({ ...byStatus, groupBy: ["status", "partnerMarket"] }, [
    ["Won", "US"],
    ["Won", "DE"],
  ]);

  test("is its own, then the smallest", () => {
    const own = answerTo(byStatus, [["a"], ["b"], ["c"]]);
    expect(findCoveringResult(byStatus, [fresh(large), fresh(small), fresh(own)])).toBe(own);
    expect(findCoveringResult(byStatus, [fresh(large), fresh(small)])).toBe(small);
  });

  test("is a fresh one before a smaller one that is to be renewed", () => {
    expect(findCoveringResult(byStatus, [fresh(large), { result: small, isFresh: false }])).toBe(large);
  });

  test("is none that is incomplete, except its own, and none that does not hold the query", () => {
    const cut = { ...small, completeness: { kind: "incomplete", counted: 1, total: 2 } } as const;
    expect(findCoveringResult(byStatus, [fresh(cut)])).toBeNull();
    expect(findCoveringResult(small.cube.query, [fresh(cut)])).toBe(cut);
    expect(findCoveringResult({ ...byStatus, groupBy: ["wonDate"] }, [fresh(small)])).toBeNull();
  });

  test("tells a total only while it is fresh and known to be complete", () => {
    expect(totalFromCache(null, [fresh(large)])).toBe(2);
    expect(totalFromCache(termIs("status", ["Lost"]), [fresh(large)])).toBe(0);
    expect(totalFromCache(null, [{ result: large, isFresh: false }])).toBeNull();
    expect(totalFromCache(null, [fresh({ ...large, completeness: { kind: "unknown" } })])).toBeNull();
    expect(totalFromCache(termIs("customerOrgSize", ["x"]), [fresh(large)])).toBeNull();
  });
});
