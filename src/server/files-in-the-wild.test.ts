import { readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import type { RunningServer } from "./start.ts";
import { LoadError } from "./store/load-error.ts";
import { FIXTURES, serveFiles } from "./testing/serve-files.ts";

const WILD = `${FIXTURES}files-in-the-wild/`;
const PARTNER = `${FIXTURES}partner-files/`;
const PARQUET = `${FIXTURES}parquet/`;
const running: RunningServer[] = [];

afterAll(() => Promise.all(running.map((server) => server.close())));

async function serve(files: string, more: Record<string, string> = {}) {
  const served = await serveFiles(files, more);
  running.push(served.server);
  return served;
}

function counts(values: readonly (string | null)[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const value of values) found[value ?? ""] = (found[value ?? ""] ?? 0) + 1;
  return found;
}

const TEN_EACH = { Won: 10, Lost: 10, Accepted: 10, Acknowledged: 10, New: 10, Declined: 10 };
const EIGHT_EACH = { Won: 8, Lost: 8, Accepted: 8, Acknowledged: 8, New: 8, Declined: 8 };

/** The days between two days, both included. */
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
    // Two more are a few days after November 2026.
    expect(typo.config.data.facts.implausible).toEqual({
      count: expect.toSatisfy((count) => count >= 1 && count <= 3),
      example: Date.parse("2062-11-12T10:00:00Z"),
    });
    expect(typo.health.time.origin).toBe("newest-date");
    expect(Date.parse(typo.health.time.at)).toBeLessThanOrEqual(Date.now());
    const crm = await serve(`${FIXTURES}crm-opportunities.csv`);
    expect(crm.config.data.facts.time).toEqual({ at: Date.parse("2018-01-01"), origin: "newest-date" });
    const asOf = await serve(`${FIXTURES}crm-opportunities.csv`, { AS_OF: "2017-06-30" });
    expect(asOf.config.data.facts.time).toEqual({ at: Date.parse("2017-07-01"), origin: "setting" });
    const late = await serve(`${FIXTURES}crm-opportunities.csv`, { FIRST_YEAR: "2017" });
    const before = crm.records.length;
    expect(late.records).toHaveLength(before);
    expect(late.config.data.facts.implausible.count).toBeGreaterThan(100);
    expect(crm.config.data.facts.implausible).toEqual({ count: 0, example: null });
  });

  it("tells strangers at /healthz neither its name nor what is in it", async () => {
    const settings = { SIGN_IN: "local" };
    const { health, lines } = await serve(`${WILD}06d-one-name-with-comma.csv`, settings);
    expect(health).toEqual({ status: "ok", data: "embedded" });
    expect(lines.join("\n")).toContain("06d-one-name-with-comma.csv: 48 loaded, 12 rejected");
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
      ...{ Accepted: 6, Pending: 2, Expired: 3, Declined: 2, Won: 3, Lost: 3 },
      "": 2,
    });
    expect(health).toMatchObject({ loaded: 21, undated: 9, registrations: { records: 6 } });
    expect(config.data.facts.limits).toMatchObject({
      acceptedDate: { state: "absent" },
      createdDate: { state: "partly" },
      partnerMarket: { state: "absent" },
    });
    // Partner Center counts deals closed as an error nowhere.
    expect(config.data.facts.closedAsError).toBe(1);
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

  it("tell more than the sixteen fields: kinds, values, reasons, solutions and registrations", async () => {
    const { records, extras, config } = await serve(
      `${PARTNER}cosell-insights-download.csv,${PARTNER}leads-insights-download.csv`,
    );
    const { Value: rows, TotalCount } = await extras("top=1000");
    expect(TotalCount).toBe(20);
    expect(rows.map(({ id }: Referral) => id)).toEqual(records.map(({ id }) => id));
    const recordOf = (id: string) =>
      Object.fromEntries(
        Object.entries(rows.find((row: Referral) => row.id === id)).filter(([, value]) => value !== null),
      );
    expect(recordOf("c0000000-0000-4000-8000-000000000001")).toEqual({
      id: "c0000000-0000-4000-8000-000000000001",
      kind: "co-sell",
      direction: "incoming",
      customerCity: "Köln",
      currency: "EUR",
      dealValue: 25_000,
      dealValueUsd: 27_100.5,
      solutions: ["Data Mesh Starter", "Cloud Backup"],
      partnerId: "1000001",
      engagementId: "e0000000-0000-4000-8000-000000000001",
      contractCurrency: "EUR",
      contractValue: 24_000,
      contractValueUsd: 26_016.48,
      contractSignDate: Date.parse("2026-03-02"),
      contractTerm: "Finite",
      registeredCurrency: "EUR",
      registeredValue: 24_000,
      registeredValueUsd: 26_016.48,
      registeredDate: Date.parse("2026-03-10"),
      reviewPendingDate: Date.parse("2026-03-11"),
      reviewPassedDate: Date.parse("2026-03-20"),
      approvedDate: Date.parse("2026-03-20"),
      partnerProgram: "Co-sell",
    });
    expect(recordOf("25318bf2-7b88-4975-9414-f6b506d002db")).toMatchObject({
      ...{
        kind: "qualified-lead",
        statusReason: "Customer requirement not met",
        dealValue: 0,
        currency: "GBP",
      },
      ...{ referralProgram: "Customer lifecycle management", updatedDate: Date.parse("2026-10-16") },
    });
    expect(recordOf("e7fb3f46-c937-4388-967d-d69a83f614dc")).toMatchObject({
      ...{ leadSource: "Azure portal", callToAction: "Get it now", solutions: ["Backup Pro", "Archive"] },
    });
    const filtered = await extras(`filter=${encodeURIComponent("customerMarket eq 'JP'")}`);
    expect(filtered.Value.map(({ currency }: { currency: string }) => currency)).toEqual(["JPY", "JPY"]);
    const counted = Object.fromEntries(
      config.data.facts.extras.map(({ field, count }: { field: string; count: number }) => [field, count]),
    );
    expect(counted).toMatchObject({ kind: 20, direction: 8, dealValue: 15, contractValue: 2 });
    expect(Object.keys(counted)).not.toContain("team");
  });

  it("a registration adds to its referral, and never makes one", async () => {
    const { records, extras, config } = await serve(
      `${PARTNER}cosell-opportunities-download.csv,${PARTNER}leads-insights-download.csv,${PARTNER}azure*.csv`,
    );
    const { Value: rows } = await extras("top=1000");
    expect(rows).toHaveLength(records.length);
    const registered = rows.filter(
      ({ registrationStatus }: Record<string, unknown>) => registrationStatus !== null,
    );
    expect(registered).toHaveLength(1);
    expect(registered[0]).toMatchObject({
      registrationStatus: expect.any(String),
      contractValue: expect.any(Number),
    });
    expect(config.data.facts.unmatchedRegistrations).toBe(5);
    const solutions = new Set(
      rows.flatMap(({ solutions }: { solutions: string[] | null }) => solutions ?? []),
    );
    expect(solutions).toContain("SOL-10001-AAA");
    expect(JSON.stringify(rows)).not.toMatch(/partner\.example|vendor\.example/);
  });

  it.each([
    ["azure-ip-cosell-deal-registrations-download.csv", /deal registrations only/],
    ["cosell-opportunities-download.csv", /none of the 9 records .* has a created date/],
  ])("%s alone is one sentence that says what to do", async (name, sentence) => {
    const starting = serve(PARTNER + name);
    await expect(starting).rejects.toThrow(LoadError);
    await expect(starting).rejects.toThrow(sentence);
  });
});

describe("Parquet of other programs", () => {
  const CREATED = ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"];
  const at = (day: string) => `${day}T09:30:15`;
  const midnight = (day: string) => `${day}T00:00:00`;
  const ID = 1_610_521_604_143_693_812n;

  it.each([
    ["int96.parquet", at, ID],
    ["nanoseconds.parquet", at, ID],
    ["time-zone.parquet", at, ID],
    ["dates.parquet", midnight, ID],
    ["unsigned-ids.parquet", at, 2n ** 63n + 5n],
  ])("%s gives every digit of an id, words of categories, and dates in UTC", async (file, time, first) => {
    const { records, health } = await serve(PARQUET + file);
    expect(health).toMatchObject({ loaded: 4, refused: 0, unreadable: 0 });
    const dates = records
      .toReversed()
      .map(({ id, status, customerMarket, customerName, createdDate, wonDate, lostDate }) => [
        ...[id, status, customerMarket, customerName, createdDate, wonDate, lostDate],
      ]);
    const [one, two, three, four] = CREATED.map(time);
    expect(dates).toEqual([
      [String(first), "Won", "DE", "Müller Söhne", one, time("2026-10-04"), null],
      [String(first + 1n), "Lost", "DE", "東京, Inc", two, null, time("2026-10-03")],
      [String(first + 2n), "New", "JP", null, three, null, null],
      [String(first + 3n), "Won", null, null, four, time("2026-10-06"), null],
    ]);
  });

  it("may hold a download of Partner Center, packed with zstd", async () => {
    const { records, extras, health } = await serve(`${PARQUET}zstd-leads.parquet`);
    expect(health.tables[0]).toMatchObject({ format: "leads-insights" });
    expect(records.map(({ wonDate }) => wonDate)).toEqual([
      "2026-10-06T09:30:15",
      null,
      null,
      "2026-10-04T09:30:15",
    ]);
    const { Value: rows } = await extras("");
    expect(rows.map(({ dealValue }: { dealValue: number | null }) => dealValue)).toEqual([
      99,
      0,
      null,
      18_000.5,
    ]);
  });
});
