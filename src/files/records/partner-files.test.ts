import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blobBytes } from "#files/blob-bytes.ts";
import { DATE_FIELDS, type Referral, TERM_FIELDS } from "#partner-center/fields.ts";
import { type InstantReading, printInstant } from "#partner-center/instant.ts";
import { openTables } from "../decode/open-tables.ts";
import { headerScore } from "../formats/recognise.ts";
import type { RawTable } from "../raw-table.ts";
import { capabilitiesOf, dayOnlyColumns } from "./capabilities.ts";
import type { ImportedRecord } from "./imported-record.ts";
import { joinRecords } from "./join.ts";
import { planTable } from "./plan-table.ts";
import { createRowReader } from "./read-row.ts";
import { createScan, scanRow } from "./table-plan.ts";

/** The referral as Partner Center would send it: dates in UTC, unreadable ones as text. */
function referralOf({ terms, dates }: ImportedRecord): Referral {
  const entries = [
    ...TERM_FIELDS.map((field) => [field, terms[field]]),
    ...DATE_FIELDS.map((field) => [field, dateText(dates[field])]),
  ];
  return Object.fromEntries(entries) as Referral;
}

function dateText(reading: InstantReading): string | null {
  if (reading.kind === "never") return null;
  return reading.kind === "instant" ? printInstant(reading.at) : reading.text;
}

async function tableOf(name: string): Promise<RawTable> {
  const bytes = readFileSync(new URL(`../../../e2e/fixtures/${name}`, import.meta.url));
  const [table] = await openTables(blobBytes(new Blob([bytes]), name), { headerScore });
  if (!table) throw new Error(`${name} has no table`);
  return table;
}

async function importFile(name: string) {
  const table = await tableOf(name);
  const plan = planTable(table.header, null);
  if (!plan) throw new Error(`${name} is of no known format`);
  const scan = createScan(plan);
  for await (const rows of table.batches())
    for (const { cells, line } of rows) scanRow(plan, scan, cells, line);
  const reader = createRowReader(plan, scan, { dateOrder: null, now: Date.parse("2026-11-29T12:00:00Z") });
  const records: ImportedRecord[] = [];
  for await (const rows of table.batches())
    records.push(...rows.map(({ cells, line }) => reader.read(cells, line)));
  return { plan, scan, records, dates: reader.dates, limits: capabilitiesOf(plan, dayOnlyColumns(scan)) };
}

function counts(records: readonly ImportedRecord[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { terms } of records) found[terms.status ?? ""] = (found[terms.status ?? ""] ?? 0) + 1;
  return found;
}

describe("the download of leads", () => {
  it("gives statuses, markets, days and end dates as a person reads them", async () => {
    const { records, limits, dates } = await importFile("partner-files/leads-insights-download.csv");
    expect(counts(records)).toEqual({
      Pending: 1,
      Accepted: 2,
      Expired: 2,
      Won: 2,
      Declined: 1,
      Lost: 2,
      "": 2,
    });
    expect(records.map(({ terms }) => terms.customerMarket)).toEqual(
      "US DE SE IE GB JP US NL CA IN BR FR".split(" "),
    );
    expect(records.map((record) => referralOf(record).createdDate?.slice(0, 10))).toEqual(
      "2026-11-24 2026-11-20 2026-11-03 2026-10-28 2026-10-15 2026-10-01 2026-09-30 2026-09-12 2026-08-29 2026-08-01 2026-07-14 2026-06-30".split(
        " ",
      ),
    );
    expect(records.map((record) => referralOf(record).wonDate)).toEqual([
      ...[null, null, null, "2026-11-02T00:00:00", null, null, null, null],
      ...["2026-10-02T00:00:00", null, null, null],
    ]);
    expect(limits.limits).toMatchObject({
      acceptedDate: { state: "absent", reason: "not-in-format" },
      wonDate: { state: "approximate", reason: "update-date" },
      customerOrgSize: { state: "absent" },
    });
    expect(limits.limits.createdDate).toBeUndefined();
    expect(dates.map(({ column, order, origin }) => [column, order, origin])).toEqual([
      ["Creation Date", "month-first", "values"],
      ["Updated Date", "month-first", "values"],
    ]);
  });

  it("gives values, kinds and reasons", async () => {
    const { records } = await importFile("partner-files/leads-insights-download.csv");
    expect(records[3]?.extra).toMatchObject({
      kind: "marketplace-lead",
      dealValue: 7500.5,
      dealValueUsd: 8700.58,
      currency: "EUR",
    });
    expect(records[4]?.extra).toMatchObject({
      kind: "qualified-lead",
      dealValue: 0,
      statusReason: "Customer requirement not met",
    });
    expect(records[0]?.extra.dealValue).toBeUndefined();
    expect(records[6]?.extra.solutions).toEqual(["Backup Pro", "Archive"]);
  });
});

describe("the download of co-sell opportunities", () => {
  it("has the partner's own status, kinds, values and no dates", async () => {
    const { records, limits } = await importFile("partner-files/cosell-opportunities-download.csv");
    expect(counts(records)).toEqual({
      Pending: 1,
      Accepted: 4,
      Expired: 1,
      Declined: 1,
      Won: 1,
      Lost: 1,
      Error: 1,
    });
    expect(records.map(({ extra }) => extra.kind)).toEqual([
      ...["co-sell", "co-sell", "private", "partner-led"],
      ...["co-sell", "co-sell", "co-sell", "co-sell", "private", "co-sell"],
    ]);
    expect(records[3]?.extra).toMatchObject({ dealValue: 12500.75, currency: "EUR", crmId: "OPP-2003" });
    expect(records[1]?.extra.solutions).toHaveLength(2);
    expect(new Date(records[0]?.extra.expectedCloseDate ?? 0).toISOString()).toBe("2027-01-30T00:00:00.000Z");
    expect(records.every((record) => referralOf(record).createdDate === null)).toBe(true);
    expect(limits.limits.createdDate).toEqual({ state: "absent", reason: "no-column" });
  });

  it("is completed by the registrations, by referral id", async () => {
    const deals = await importFile("partner-files/cosell-opportunities-download.csv");
    const registered = await importFile("partner-files/azure-ip-cosell-deal-registrations-download.csv");
    expect(registered.plan.isReferrals).toBe(false);
    const id = "90b89c8c-48dd-4b00-bbf9-090b41e09e0e";
    const ofId = [...registered.records, ...deals.records].filter(({ terms }) => terms.id === id);
    expect(joinRecords(ofId).record).toMatchObject({
      terms: { status: "Won", customerMarket: "CA" },
      extra: {
        registrationStatus: "Passed",
        contractValue: 120_000,
        contractCurrency: "USD",
        dealValue: 165_000,
      },
    });
  });
});

describe("joining", () => {
  it("takes the newest update field by field, keeps times of day, and names what cannot be an update", async () => {
    const { records } = await importFile("partner-files/leads-insights-download.csv");
    const [lead] = records.filter(({ terms }) => terms.status === "Expired");
    if (!lead) throw new Error("no lead");
    const at = Date.parse("2026-11-03T16:20:00Z");
    const later: ImportedRecord = {
      terms: { ...lead.terms, status: "Won", customerMarket: "DE", customerName: null },
      dates: { ...lead.dates, createdDate: { kind: "instant", at }, expiredDate: { kind: "never" } },
      approximate: new Set(),
      extra: { updatedDate: Date.parse("2026-11-20") },
    };
    for (const both of [
      [lead, later],
      [later, lead],
    ]) {
      const { record, contradictions } = joinRecords(both);
      expect(record.terms).toMatchObject({
        status: "Won",
        customerMarket: "DE",
        customerName: lead.terms.customerName,
      });
      // The expiry day was inferred from a status that no longer holds.
      expect(record.dates).toMatchObject({ createdDate: { at }, expiredDate: { kind: "never" } });
      expect(contradictions).toEqual(["customerMarket"]);
    }
  });

  it("of the same record twice is that record", async () => {
    const { records } = await importFile("partner-files/leads-insights-download.csv");
    for (const record of records) {
      expect(joinRecords([record, record])).toEqual({ record, contradictions: [] });
    }
  });
});

describe.each([
  "03-future-typo.csv",
  "04-day-first.csv",
  "04c-german.csv",
  "05-title-lines.csv",
  "05b-sep-line.csv",
  "06d-one-name-with-comma.csv",
  "07-windows-1252.csv",
  "07c-utf16-tab.txt",
  "08-epoch-ms.csv",
  "09-nat.csv",
  "10-excel-us-24h.csv",
  "19-crm-names.csv",
  "19c-twice.csv",
  "25e-header-break.csv",
])("%s", (file) => {
  it("gives one referral a day, each outcome in turn", async () => {
    const { records } = await importFile(`files-in-the-wild/${file}`);
    const texts = records.map(referralOf);
    const expected = file.startsWith("10-") || file.startsWith("06d") ? 48 : file.startsWith("03") ? 241 : 60;
    expect(texts).toHaveLength(expected);
    const months = new Set(texts.map(({ createdDate }) => createdDate?.slice(0, 7)));
    if (expected < 100) expect([...months].filter((month) => !/^2026-1[01]$/.test(month ?? ""))).toEqual([]);
    const days = new Set(texts.map(({ createdDate }) => createdDate?.slice(0, 10)));
    if (!file.startsWith("10-")) expect(days.size).toBe(expected);
    expect(counts(records)).toMatchObject({ Won: expect.any(Number), Declined: expect.any(Number) });
  });
});
