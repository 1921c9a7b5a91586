import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { GroupedQuery } from "#partner-center/query.ts";
import { ENVELOPE_NAMES, type EnvelopeName } from "./envelope.ts";
import { type FaultyServer, startFaultyServer } from "./testing/faulty-server.ts";

const PAGE = { top: 50, skip: 0 };
const NOBODY = { kind: "term", field: "status", operator: "eq", value: "nobody" } as const;

let server: FaultyServer;
let client: AnalyticsClient;

beforeAll(async () => {
  server = await startFaultyServer(80);
  client = createClient({ endpoint: server.origin + ENDPOINT, application: "Test" });
});
afterAll(() => server.close());

function byLevel(level: GroupedQuery["level"]): GroupedQuery {
  return { filter: null, groupBy: ["status", "customerMarket", "createdDate", "wonDate"], level };
}

async function everything() {
  const [days, weeks, months, records, nobody, none] = await Promise.all([
    client.grouped(byLevel("day")),
    client.grouped(byLevel("week")),
    client.grouped(byLevel("month")),
    client.recordsPage({ filter: null }, PAGE),
    client.total(NOBODY),
    client.grouped({ ...byLevel("day"), filter: NOBODY }),
  ]);
  const buckets = [days, weeks, months, none].map((response) => response.pages);
  return { buckets, records: records.records, nobody: nobody.totalCount };
}

async function someOfIt() {
  const { pages } = await client.grouped(byLevel("month"));
  const { records } = await client.recordsPage({ filter: null }, PAGE);
  return { pages, records };
}

function putVariants(variants: readonly EnvelopeName[]): Promise<Response> {
  return server.put(variants.map((variant) => ({ kind: "envelope", variant })));
}

async function bodyOf(search: string): Promise<string> {
  return Buffer.from(await (await fetch(`${server.origin}${ENDPOINT}?${search}`)).arrayBuffer()).toString();
}

describe("every envelope", () => {
  it.each(ENVELOPE_NAMES)("%s is read to the same answer, and is another text", async (variant) => {
    await putVariants([]);
    const plain = await everything();
    expect(plain.buckets[0]?.[0].size).toBeGreaterThan(30);
    const searches = ["groupby=status,createdDate,wonDate", "top=1", "filter=status%20eq%20'nobody'"];
    const texts = await Promise.all(searches.map(bodyOf));
    await putVariants([variant]);
    expect(await everything()).toEqual(plain);
    expect(await Promise.all(searches.map(bodyOf))).not.toEqual(texts);
  });

  it("is read to the same answer in all company", { timeout: 30_000 }, async () => {
    await putVariants([]);
    const plain = await someOfIt();
    const company = fc.shuffledSubarray([...ENVELOPE_NAMES]);
    await fc.assert(
      fc.asyncProperty(company, async (variants) => {
        await putVariants(variants);
        expect(await someOfIt()).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  it("tells the total where it has a place for it", async () => {
    for (const variant of ["odata", "items", "upper-case", "bom"] as const) {
      await putVariants([variant]);
      expect((await client.total(null)).totalCount).toBe(80);
    }
    await putVariants(["array"]);
    expect((await client.total(null)).totalCount).toBeNull();
  });

  it("writes dates in other spellings", async () => {
    await putVariants(["date-us"]);
    expect(await bodyOf("groupby=wonDate")).toContain('"2/28/2019 12:00:00 AM"');
    expect(await bodyOf("top=10")).toContain("4/2018 11:08:59 PM");
    await putVariants(["date-offset"]);
    expect(await bodyOf("groupby=wonDate")).toContain('"2019-02-28T02:00:00+02:00"');
  });

  it("leaves the spelling of what a referral lacks to its dates", async () => {
    await putVariants(["unknown-for-null", "year-one-for-never"]);
    expect(await bodyOf("top=10")).not.toContain("UNKNOWN");
    expect(await bodyOf("top=10")).toContain('"0001-01-01T00:00:00"');
  });
});
