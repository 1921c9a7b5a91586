import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Referral } from "#partner-center/fields.ts";
import { type RunningServer, startServer } from "./start.ts";
import { LoadError } from "./store/load-error.ts";

const FIXTURES = fileURLToPath(new URL("../../e2e/fixtures/", import.meta.url));
const WILD = `${FIXTURES}files-in-the-wild/`;
const PARTNER = `${FIXTURES}partner-files/`;
const running: RunningServer[] = [];

afterAll(() => Promise.all(running.map((server) => server.close())));

async function serve(files: string, more: Record<string, string> = {}) {
  const settings = readServerSettings({ SIGN_IN: "off", PORT: "0", REFERRALS_FILE: files, ...more });
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const server = await startServer(settings, { pageRoot: FIXTURES, log: pino({ level: "silent" }), say });
  running.push(server);
  const get = async (path: string) => (await fetch(`${server.url}${path}`)).json();
  const records = (await get(`${ENDPOINT}?top=1000`)).Value as Referral[];
  return { records, lines, health: await get("/healthz"), config: await get("/config.json") };
}

function counts(values: readonly (string | null)[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const value of values) found[value ?? ""] = (found[value ?? ""] ?? 0) + 1;
  return found;
}

const TEN_EACH = { Won: 10, Lost: 10, Accepted: 10, Acknowledged: 10, New: 10, Declined: 10 };
const EIGHT_EACH = { Won: 8, Lost: 8, Accepted: 8, Acknowledged: 8, New: 8, Declined: 8 };

/** The days from one to another, both included. */
function days(from: string, to: string): string[] {
  const list: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    list.push(new Date(at).toISOString().slice(0, 10));
  return list;
}

describe("a file as it is in the wild", () => {
  it.each([
    ["04-day-first.csv", TEN_EACH],
    ["04c-german.csv", TEN_EACH],
    ["05-title-lines.csv", TEN_EACH],
    ["05b-sep-line.csv", TEN_EACH],
    ["07-windows-1252.csv", TEN_EACH],
    ["07c-utf16-tab.txt", TEN_EACH],
    ["08-epoch-ms.csv", TEN_EACH],
    ["09-nat.csv", TEN_EACH],
    ["19-crm-names.csv", TEN_EACH],
    ["19c-twice.csv", TEN_EACH],
    ["25e-header-break.csv", TEN_EACH],
    ["20j-text-day-first.parquet", EIGHT_EACH],
    ["06d-one-name-with-comma.csv", EIGHT_EACH],
    ["10-excel-us-24h.csv", EIGHT_EACH],
  ])("%s gives the statuses and days that a person reads", async (file, statuses) => {
    const { records, health } = await serve(WILD + file);
    expect(counts(records.map(({ status }) => status))).toEqual(statuses);
    expect(health).toMatchObject({ loaded: records.length, unreadable: 0 });
    const created = records.map(({ createdDate }) => createdDate?.slice(0, 10) ?? "").toSorted();
    if (records.length === 60) expect(created).toEqual(days("2026-10-01", "2026-11-29"));
    if (file.startsWith("10-")) expect(new Set(created)).toEqual(new Set(["2026-11-01"]));
    for (const { createdDate, wonDate } of records)
      if (wonDate) expect(Date.parse(`${wonDate}Z`)).toBeGreaterThan(Date.parse(`${createdDate}Z`));
  });

  it("has a test each", () => {
    expect(readdirSync(WILD)).toHaveLength(16);
  });

  it("keeps umlauts, Chinese names and Namibia", async () => {
    const german = await serve(`${WILD}07-windows-1252.csv`);
    expect(new Set(german.records.map(({ customerName }) => customerName))).toContain("Müller Söhne");
    const namibia = await serve(`${WILD}09-nat.csv`);
    expect(counts(namibia.records.map(({ customerMarket }) => customerMarket)).NA).toBe(12);
  });

  it("rejects rows with a shift by their lines, and never shifts", async () => {
    const { health, records } = await serve(`${WILD}06d-one-name-with-comma.csv`);
    expect(health).toMatchObject({ loaded: 48, refused: 12 });
    expect(health.refusedLines.slice(0, 2).map(({ line }: { line: number }) => line)).toEqual([6, 11]);
    expect(new Set(records.map(({ customerOrgSize }) => customerOrgSize))).toEqual(
      new Set(["10to50employees"]),
    );
  });

  it("keeps every digit of an id", async () => {
    const { records } = await serve(`${WILD}11-big-ids-envelope.json`);
    expect(new Set(records.map(({ id }) => id)).size).toBe(6);
    expect(records.map(({ id }) => id)).toContain("1610521604143693812");
  });

  it("is judged at the newest plausible date in it, or at AS_OF", async () => {
    const typo = await serve(`${WILD}03-future-typo.csv`);
    expect(typo.health.time.origin).toBe("newest-date");
    expect(Date.parse(typo.health.time.at)).toBeLessThanOrEqual(Date.now());
    const crm = await serve(`${FIXTURES}crm-opportunities.csv`);
    expect(crm.config.data.facts.time).toEqual({ at: Date.parse("2018-01-01"), origin: "newest-date" });
    const asOf = await serve(`${FIXTURES}crm-opportunities.csv`, { AS_OF: "2017-06-30" });
    expect(asOf.config.data.facts.time).toEqual({ at: Date.parse("2017-07-01"), origin: "setting" });
  });

  it("whose order of day and month nothing shows is read month first, says so, and takes DATE_ORDER", async () => {
    const { config, lines } = await serve(`${WILD}10-excel-us-24h.csv`);
    expect(config.data.facts.tables[0].openDates[0]).toMatchObject({ column: "createdDate" });
    expect(lines.join("\n")).toContain("set DATE_ORDER");
    const other = await serve(`${WILD}10-excel-us-24h.csv`, { DATE_ORDER: "day-first" });
    expect(other.records.every(({ createdDate }) => createdDate?.startsWith("2026-01-11"))).toBe(true);
    expect(other.config.data.facts.tables[0].openDates).toEqual([]);
  });
});

describe("files of Partner Center", () => {
  it("several at once are one set of referrals, and say what they cannot tell", async () => {
    const names = ["leads-insights", "cosell-opportunities", "azure-ip-cosell-deal-registrations"];
    const { records, config, health } = await serve(
      names.map((name) => `${PARTNER}${name}-download.csv`).join(","),
    );
    expect(counts(records.map(({ status }) => status))).toEqual({
      ...{ Accepted: 6, Pending: 2, Expired: 3, Declined: 2, Won: 3, Lost: 3, Error: 1 },
      "": 2,
    });
    expect(health).toMatchObject({ loaded: 22, undated: 10, registrations: { records: 6 } });
    expect(config.data.facts.limits).toMatchObject({
      acceptedDate: { state: "absent" },
      createdDate: { state: "partly" },
      partnerMarket: { state: "absent" },
    });
    expect(config.data.facts.time).toEqual({ at: Date.parse("2026-11-25"), origin: "newest-date" });
  });

  it("the same file twice counts nothing twice", async () => {
    const leads = `${PARTNER}leads-insights-download.csv`;
    const { health } = await serve(`${leads},${PARTNER}*leads*.csv`);
    expect(health).toMatchObject({ loaded: 12 });
  });

  it("the Referrals API gives acceptance of incoming deals, and ends by the closing date", async () => {
    const { records } = await serve(`${PARTNER}referrals-api-v1-page1.json`);
    expect(counts(records.map(({ status }) => status))).toEqual({ New: 2, Accepted: 2, Won: 1, Lost: 1 });
    const [won] = records.filter(({ status }) => status === "Won");
    expect(won).toMatchObject({ acceptedDate: null, wonDate: "2026-07-20T09:17:38.351" });
    expect(records.filter(({ acceptedDate }) => acceptedDate !== null)).toHaveLength(1);
  });

  it.each([
    ["azure-ip-cosell-deal-registrations-download.csv", /deal registrations only/],
    ["cosell-opportunities-download.csv", /none of the 10 records .* has a created date/],
  ])("%s alone is one sentence that says what to do", async (name, sentence) => {
    const starting = serve(PARTNER + name);
    await expect(starting).rejects.toThrow(LoadError);
    await expect(starting).rejects.toThrow(sentence);
  });
});
