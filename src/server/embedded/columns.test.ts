import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { joinBuckets } from "#partner-center/bucket-table.ts";
import { createClient } from "#partner-center/client.ts";
import { COLUMNS_TYPE } from "#partner-center/columns.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { AnalyticsQuery, GroupedQuery } from "#partner-center/query.ts";
import { printQuery } from "#partner-center/query-print.ts";
import { readGroupedPage } from "#partner-center/response.ts";
import { anyQuery, referral } from "../store/testing/arbitraries.ts";
import { naiveStore } from "../store/testing/naive-store.ts";
import { serve } from "../testing/serve.ts";
import { serveFiles } from "../testing/serve-files.ts";
import { createAnalyticsService } from "./service.ts";

const grouped = anyQuery.filter(
  (query): query is Extract<AnalyticsQuery, { kind: "grouped" }> => query.kind === "grouped",
);

it("buckets as columns are read like the same buckets as rows", async () => {
  const world = fc.tuple(fc.array(referral, { maxLength: 40 }), grouped);
  await fc.assert(
    fc.asyncProperty(world, async ([referrals, { kind, query }]) => {
      const service = createAnalyticsService(naiveStore(referrals), ENDPOINT);
      const search = `?${printQuery({ kind, query, page: { top: 10_000, skip: 0 } })}`;
      const [rows, columns] = [
        await service.respond({ search }),
        await service.respond({ search, accept: COLUMNS_TYPE }),
      ];
      expect([rows.type, columns.type]).toEqual(["application/json; charset=utf-8", COLUMNS_TYPE]);
      const [expected, read] = [rows, columns].map(({ body }) => readGroupedPage(body.toString(), query));
      expect(read).toEqual({ ...expected, isWhole: true });
    }),
  );
});

const BY_ID: GroupedQuery = { filter: null, groupBy: ["id", "createdDate"], level: "month" };
const ROWS = 25_000;

it("a client on the page's own origin gets all buckets at once, another one page by page", async () => {
  const folder = await mkdtemp(join(tmpdir(), "columns-test-"));
  const file = join(folder, "referrals.csv");
  const lines = Array.from({ length: ROWS }, (_, n) => `r${n},Won,2026-0${(n % 9) + 1}-05`);
  await writeFile(file, ["id,status,createdDate", ...lines].join("\n"));
  const { server } = await serveFiles(file);
  const asked: (string | null)[] = [];
  const counting: typeof fetch = (input, init) => {
    asked.push(new Headers(init?.headers).get("Accept"));
    return fetch(new URL(String(input), server.url), init);
  };
  const client = (endpoint: string) => createClient({ endpoint, application: "Test", fetch: counting });
  const own = await client(ENDPOINT).grouped(BY_ID);
  expect(asked.splice(0)).toEqual([`${COLUMNS_TYPE}, application/json;q=0.9`]);
  const other = await client(server.url + ENDPOINT).grouped(BY_ID);
  expect(asked).toEqual(Array(3).fill("application/json"));
  expect([own.pages.length, own.totalCount]).toEqual([1, ROWS]);
  expect(joinBuckets(other.pages)).toEqual(own.pages[0]);

  const plain = `${server.url}${ENDPOINT}?groupby=status`;
  const typeOf = async (address: string, accept: string) => {
    const response = await fetch(address, { headers: { Accept: accept } });
    expect(response.headers.get("Vary")).toBe("Accept, Accept-Encoding, Authorization");
    return response.headers.get("Content-Type");
  };
  const json = "application/json; charset=utf-8";
  expect(await typeOf(plain, `text/html, ${COLUMNS_TYPE};q=0.5`)).toBe(COLUMNS_TYPE);
  expect(await typeOf(plain, `${COLUMNS_TYPE};q=0, */*`)).toBe(json);
  expect(await typeOf(plain, "*/*")).toBe(json);
  // Columns have no pages, and records no columns.
  expect(await typeOf(`${plain}&skip=1`, COLUMNS_TYPE)).toBe(json);
  expect(await typeOf(server.url + ENDPOINT, COLUMNS_TYPE)).toBe(json);
  await server.close();
  await rm(folder, { recursive: true });
});

it("an own origin that knows no columns is read page by page", async () => {
  const { origin, close } = await serve((request, response) => {
    const skip = Number(new URL(request.url ?? "", "http://own.invalid").searchParams.get("skip"));
    const Value = [{ id: `r${skip}`, createdDate: null, referralCount: "1" }];
    response.end(JSON.stringify({ Value, "@nextLink": null, TotalCount: 2 }));
  });
  const own: typeof fetch = (input, init) => fetch(new URL(String(input), origin), init);
  const { pages, totalCount } = await createClient({
    endpoint: ENDPOINT,
    application: "Test",
    fetch: own,
  }).grouped(BY_ID);
  expect([pages.length, totalCount]).toEqual([2, 2]);
  await close();
});

it.each([
  [{ columns: [], referralCounts: [1] }],
  [{ columns: [{ field: "status", values: ["Won"], codes: [0] }], referralCounts: [1, 1] }],
  [{ columns: [{ field: "status", values: ["Won"], codes: [1] }], referralCounts: [1] }],
  [{ columns: [{ field: "status", values: ["Won"], codes: ["length"] }], referralCounts: [1] }],
  [{ columns: [{ field: "status", values: [7], codes: [0] }], referralCounts: [1] }],
  [{ columns: [{ field: "id", values: ["Won"], codes: [0] }], referralCounts: [1] }],
  [{ columns: [{ field: "status", values: ["Won"], codes: [0] }], referralCounts: [-1] }],
])("refuses columns that do not fit: %j", (body) => {
  const query: GroupedQuery = { filter: null, groupBy: ["status"], level: "day" };
  expect(() => readGroupedPage(JSON.stringify(body), query)).toThrow(/^The (response|column)/);
});
