import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ReferralKind } from "#files/records/extra-fields.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { DATE_FIELDS, FIELDS, type Referral } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { readInstant } from "#partner-center/instant.ts";
import type { AnalyticsQuery } from "#partner-center/query.ts";
import { writeJsonLines } from "./bulk.ts";
import { openDuckDbStore } from "./duckdb-store.ts";
import { fetchRows, type Store, type StoreResult, textOf } from "./store.ts";
import { anyQuery, groupedQuery, referral } from "./testing/arbitraries.ts";
import { AS_USUAL } from "./testing/load-folder.ts";
import { queryNaively } from "./testing/naive-store.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function withStore<T>(referrals: readonly unknown[], use: (store: Store) => Promise<T>): Promise<T> {
  const path = join(folder, `${randomUUID()}.jsonl`);
  await writeJsonLines(path, referrals);
  const store = await openDuckDbStore();
  try {
    await store.load({ kind: "files", files: [{ path, isNamed: true }], options: AS_USUAL });
    return await use(store);
  } finally {
    await store.close();
  }
}

async function expectNaiveAnswer(
  store: Store,
  referrals: readonly Referral[],
  query: AnalyticsQuery,
): Promise<void> {
  const response = await fetchRows(store, query);
  const naive = queryNaively(referrals, query);
  expect({ rows: rowsOf(response), totalCount: response.totalCount }).toEqual(naive);
}

function rowsOf(response: StoreResult): Referral[] {
  return JSON.parse(textOf("[", response, "]").toString());
}

test("every answer equals a naive count over the same referrals", async () => {
  const world = fc.tuple(
    fc.array(referral, { minLength: 1, maxLength: 60 }),
    fc.array(anyQuery, { minLength: 25, maxLength: 25 }),
  );
  await fc.assert(
    fc.asyncProperty(world, ([referrals, queries]) =>
      withStore(referrals, async (store) => {
        for (const query of queries) await expectNaiveAnswer(store, referrals, query);
      }),
    ),
    // Leaves time to shrink a counterexample before the test times out.
    { numRuns: 15, interruptAfterTimeLimit: 90_000 },
  );
});

test("buckets that are ordered outside DuckDB equal a naive count", async () => {
  const world = fc.tuple(
    fc.array(referral, { minLength: 1, maxLength: 60 }),
    fc.array(groupedQuery, { minLength: 25, maxLength: 25 }),
  );
  await fc.assert(
    fc.asyncProperty(world, ([referrals, queries]) =>
      withStore(referrals, async (store) => {
        for (const query of queries)
          await expectNaiveAnswer(store, referrals, { ...query, page: { top: 100_000, skip: 0 } });
      }),
    ),
    { numRuns: 12, interruptAfterTimeLimit: 90_000 },
  );
});

test("a page of more buckets than fit into it equals a naive count", async () => {
  const referrals = Array.from({ length: 12_000 }, (_, index) => ({
    ...askedReferral(24 * ((index * 7) % 12_000)),
    status: index % 3 === 0 ? null : `status ${index % 5}`,
  }));
  const query = { filter: null, groupBy: ["createdDate", "status"], level: "day" } as const;
  await withStore(referrals, async (store) => {
    for (const skip of [0, 1000, 20_000])
      await expectNaiveAnswer(store, referrals, { kind: "grouped", query, page: { top: 10_500, skip } });
  });
});

test("an extra filter restricts which referrals are counted", async () => {
  const kinds: (ReferralKind | null)[] = ["co-sell", "qualified-lead", null];
  const referrals = Array.from({ length: 300 }, (_, index) => ({
    ...askedReferral(index * 50),
    status: `status ${index % 7}`,
  }));
  const records = referrals.map((told, index) => importedRecord(told, kinds[index % 3]));
  const store = await openDuckDbStore();
  await store.load({ kind: "records", name: "some", records, now: AS_USUAL.now });
  const query = {
    kind: "grouped",
    query: { filter: null, groupBy: ["status", "createdDate"], level: "month" },
    page: { top: 100_000, skip: 0 },
  } as const;
  const extraFilter = [{ fields: ["kind"], values: ["co-sell", ""] }];
  const response = await fetchRows(store, query, undefined, extraFilter);
  const counted = referrals.filter((_, index) => kinds[index % 3] !== "qualified-lead");
  expect({ rows: rowsOf(response), totalCount: response.totalCount }).toEqual(queryNaively(counted, query));
  await store.close();
});

test("what is not a value is found where no referral has any", async () => {
  const referrals = [0, 1, 2].map((index) => ({
    ...askedReferral(index),
    partnerMarket: null,
    wonDate: null,
  }));
  const market = { kind: "term", field: "partnerMarket" } as const;
  const won = { kind: "date", field: "wonDate" } as const;
  const filters: Filter[] = [
    {
      kind: "or",
      operands: [
        { ...market, operator: "eq", value: "DE" },
        { ...market, operator: "ne", value: "US" },
      ],
    },
    {
      kind: "or",
      operands: [
        { ...won, operator: "gt", instant: 0 },
        { ...won, operator: "ne", instant: 86_400_000 },
      ],
    },
  ];
  await withStore(referrals, async (store) => {
    for (const filter of filters)
      await expectNaiveAnswer(store, referrals, {
        kind: "records",
        query: { filter },
        page: { top: 10, skip: 0 },
      });
  });
});

test("columns with very many values stay exact", async () => {
  const referrals = Array.from({ length: 3000 }, (_, index) => ({
    ...askedReferral(index),
    status: `status ${index % 1500}`,
  }));
  await withStore(referrals, async (store) => {
    const page = { top: 10_000, skip: 0 };
    const filter = { kind: "term", field: "status", operator: "eq", value: "status 7" } as const;
    await expectNaiveAnswer(store, referrals, { kind: "records", query: { filter }, page });
    const query = { filter: null, groupBy: ["status", "createdDate"], level: "week" } as const;
    await expectNaiveAnswer(store, referrals, { kind: "grouped", query, page });
  });
});

test("referrals of one id and one date stay in the order of the file", async () => {
  const referrals = Array.from({ length: 5000 }, (_, index) => ({
    ...askedReferral(index % 3),
    id: "twice",
    customerName: String(index),
  }));
  await withStore(referrals, (store) =>
    expectNaiveAnswer(store, referrals, {
      kind: "records",
      query: { filter: null },
      page: { top: 10_000, skip: 0 },
    }),
  );
});

test.each(['"', "\\", "\n", "\u0000", "\u001f", "\u007f", "\u2028", "é"])(
  "a customer's name with %j in it stays the same, where no other name needs escaping",
  async (character) => {
    const referrals = [askedReferral(0), { ...askedReferral(1), customerName: `A${character}B` }];
    const page = { top: 10, skip: 0 };
    await withStore(referrals, (store) =>
      expectNaiveAnswer(store, referrals, { kind: "records", query: { filter: null }, page }),
    );
  },
);

function importedRecord(told: Referral, kind: ReferralKind | null = null): ImportedRecord {
  const dates = Object.fromEntries(DATE_FIELDS.map((field) => [field, readInstant(told[field])]));
  return {
    terms: told,
    dates: dates as ImportedRecord["dates"],
    approximate: new Set(),
    extra: kind ? { kind } : {},
  };
}

/** A referral an hour, from the beginning of 2024. */
function askedReferral(index: number): Referral {
  const createdDate = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString();
  return { ...blankReferral, id: String(index), createdDate };
}

const blankReferral = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;

test("answers many queries at once, each as if it were alone", async () => {
  const referrals = Array.from({ length: 50 }, (_, index) => askedReferral(index));
  await withStore(referrals, async (store) => {
    const page = { top: 3, skip: 0 };
    const ids = referrals.map(
      ({ id }) => ({ kind: "term", field: "id", operator: "eq", value: id }) as const,
    );
    const responses = await Promise.all(
      ids.map((filter) => store.list({ kind: "records", query: { filter }, page })),
    );
    expect(responses.map((response) => rowsOf(response)[0]?.id)).toEqual(referrals.map(({ id }) => id));
  });
});

test("an error names nothing of the engine", async () => {
  const store = await openDuckDbStore();
  const asked = store.list({ kind: "records", query: { filter: null }, page: { top: 1, skip: 0 } });
  await expect(asked).rejects.toThrow(/^The query failed\.$/);
  await store.close();
});
