import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AnalyticsClient, createClient } from "#partner-center/client.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { FIELDS, type Referral } from "#partner-center/fields.ts";
import { type RecordTable, recordTableOf } from "#partner-center/record-table.ts";
import { type LocalServer, startServer } from "#partner-center/testing/local-server.ts";
import { MAX_PAGES } from "#partner-center/walk.ts";
import { type DownloadProgress, downloadRecords, startDownload } from "./download-records.ts";

type Page = { top: number; skip: number; number: number };

const BLANK = Object.fromEntries(FIELDS.map((field) => [field, null])) as Referral;
const referral = (at: number): Referral => ({
  ...BLANK,
  id: `r${at}`,
  status: at % 2 ? "Won" : "New",
  createdDate: at % 7 ? `2024-01-${String((at % 28) + 1).padStart(2, "0")}T10:00:00` : at % 2 ? null : "soon",
});

let server: LocalServer;
let client: AnalyticsClient;
let asked: Page[];
let most: number;
/** The rows of the page and the link to the next; null cuts the connection. */
let answer: (page: Page) => { rows: readonly Referral[]; link?: string | null; total?: number | null } | null;

beforeAll(async () => {
  let underWay = 0;
  server = await startServer((request, response) => {
    const search = new URL(request.url ?? "", "http://localhost").searchParams;
    const [top, skip] = [Number(search.get("top")), Number(search.get("skip") ?? 0)];
    most = Math.max(most, ++underWay);
    response.on("close", () => underWay--);
    const page = { top, skip, number: asked.push({ top, skip, number: asked.length }) - 1 };
    const body = answer(page);
    if (body === null) return void response.destroy();
    const { rows, link = null, total = null } = body;
    const text = JSON.stringify({ Value: rows, "@nextLink": link, TotalCount: total });
    setTimeout(() => response.end(text), 20);
  });
  client = createClient({ endpoint: `${server.origin}${ENDPOINT}`, application: "Test" });
});

beforeEach(() => {
  [asked, most] = [[], 0];
});

afterAll(() => server.close());

const all = Array.from({ length: 30_500 }, (_, at) => referral(at));
const paged = ({ top, skip }: Page) => ({
  rows: all.slice(skip, skip + top),
  link: skip + top < all.length ? `${ENDPOINT}?top=${top}&skip=${skip + top}` : null,
  total: all.length,
});

const idsOf = ({ terms: { id } }: RecordTable) => Array.from(id.codes, (code) => id.values[code]);

test("reads all pages, two at a time at most, and tells how far it is", async () => {
  answer = paged;
  const progress: DownloadProgress[] = [];
  const { table, total } = await downloadRecords(client, null, startDownload(), {
    onProgress: (one) => progress.push(one),
  });
  expect(total).toBe(30_500);
  expect(idsOf(table)).toEqual(all.map(({ id }) => id));
  expect(asked.map(({ skip }) => skip).sort((a, b) => a - b)).toEqual([0, 9999, 19_998, 29_997]);
  expect(most).toBe(2);
  expect(progress.map(({ received }) => received)).toEqual([9999, 19_998, 29_997, 30_500]);
});

test("keeps instants in UTC, never as NaN, and the text that nobody can read", async () => {
  answer = paged;
  const { table } = await downloadRecords(client, null, startDownload());
  const { at, unreadable } = table.dates.createdDate;
  expect(at[1]).toBe(Date.UTC(2024, 0, 2, 10));
  expect([at[7], unreadable.get(7)]).toEqual([Number.NaN, undefined]);
  expect([at[14], unreadable.get(14)]).toEqual([Number.NaN, "soon"]);
});

test("goes on behind the last good page after a failure", async () => {
  answer = (page) => (page.skip === 19_998 ? null : paged(page));
  const run = startDownload();
  await expect(downloadRecords(client, null, run)).rejects.toMatchObject({ kind: "network" });
  answer = paged;
  asked = [];
  const { table } = await downloadRecords(client, null, run);
  expect(idsOf(table)).toEqual(all.map(({ id }) => id));
  expect(asked.map(({ skip }) => skip)).not.toContain(9999);
});

test("follows links of another kind one after the other", async () => {
  answer = ({ number }) => ({
    rows: all.slice(number * 9999, (number + 1) * 9999),
    link: number < 3 ? `${ENDPOINT}?continuation=${number}` : null,
    total: all.length,
  });
  const { table } = await downloadRecords(client, null, startDownload());
  expect([table.size, most]).toEqual([30_500, 1]);
});

test("leaves out rows that paging repeats, and keeps those that stand in the data twice", async () => {
  const twice = [...all.slice(0, 12_000), referral(3)];
  answer = ({ top, skip }) => ({ rows: twice.slice(skip, skip + top), total: twice.length });
  expect((await downloadRecords(client, null, startDownload())).table.size).toBe(12_001);

  // A referral added in between moves the last row of the first page to the second.
  answer = ({ top, skip }) => ({
    rows: all.slice(0, 12_000).slice(Math.max(0, skip - 1), skip + top - 1),
    total: 12_000,
  });
  const { table } = await downloadRecords(client, null, startDownload());
  expect(new Set(idsOf(table)).size).toBe(table.size);
});

test("stops where the service sends the same page for ever, and has each referral once", async () => {
  for (const size of [9999, 500]) {
    asked = [];
    answer = ({ top }) => ({ rows: all.slice(0, Math.min(size, top)), total: 30_500 });
    const { table, total } = await downloadRecords(client, null, startDownload());
    expect([table.size, total]).toEqual([size, 30_500]);
    expect(asked.length).toBeLessThanOrEqual(3);
  }
});

test("leaves a link that leads back for skip, and reads all there is", async () => {
  answer = (page) => ({ ...paged(page), link: `${ENDPOINT}?top=9999&skip=${page.skip}` });
  const { table } = await downloadRecords(client, null, startDownload());
  expect(idsOf(table)).toEqual(all.map(({ id }) => id));

  // The link differs each time, so that only the rows show the loop.
  answer = (page) => ({
    ...paged(page),
    link: `${ENDPOINT}?top=9999&skip=${page.skip}&cursor=${page.number}`,
  });
  expect(idsOf((await downloadRecords(client, null, startDownload())).table)).toEqual(
    all.map(({ id }) => id),
  );
});

test("stops where the service sends ever new referrals without an end", async () => {
  let pages = 0;
  const facts = { serverTime: null, requestId: "", bytes: 0, totalCount: null };
  const recordsPage: AnalyticsClient["recordsPage"] = async (_, { top, skip }) => ({
    ...facts,
    records: recordTableOf([referral(pages++)]),
    next: { top, skip: skip + 1, search: `continuation=${pages}` },
  });
  const { table, total } = await downloadRecords({ ...client, recordsPage }, null, startDownload());
  expect([table.size, pages, total]).toEqual([MAX_PAGES, MAX_PAGES, null]);
});

test("is cancelled by its signal", async () => {
  const controller = new AbortController();
  answer = (page) => {
    if (page.number === 1) controller.abort();
    return paged(page);
  };
  const reading = downloadRecords(client, null, startDownload(), { signal: controller.signal });
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect(asked.length).toBeLessThan(5);
});
