import { describe, expect, it } from "vitest";
import { noted } from "#config/source-facts.ts";
import { openRecords } from "./opened-records.ts";
import { readFiles } from "./read-files.ts";

/** A row of a leads download: its currency and value. */
type Lead = readonly [currency: string, value: string, day?: string];

const HEADER = "Referral ID,Creation Date,Lead Type,Customer Country,Status,Lead currency,Lead value";

/** What opening a leads download with these rows gives. */
async function openLeads(leads: readonly Lead[]) {
  const rows = leads.map(
    ([currency, value, day = "11/20/2026"], at) =>
      `lead-${at},${day},Qualified lead,DE,Accepted,${currency},"${value}"`,
  );
  const file = new File([[HEADER, ...rows].join("\n")], "leads.csv");
  const read = await readFiles([file], { dateOrder: null, mappings: {} }, () => {}, 1000);
  const { columns, facts } = openRecords(read, null, Date.parse("2026-11-30"));
  const amounts = columns.extras.map(({ currency, dealValue }) => [currency ?? null, dealValue ?? null]);
  return { amounts, facts, notes: facts.tables.flatMap(({ notes }) => notes) };
}

describe("cells of opened files", () => {
  it("of German thousands are read so, which is said", async () => {
    const { amounts, notes } = await openLeads([
      ["EUR", "18.000"],
      ["EUR", "5.000"],
      ["EUR", "120.000"],
      ["EUR", "7.500"],
    ]);
    expect(amounts.map(([, value]) => value)).toEqual([18_000, 5_000, 120_000, 7_500]);
    const params = { column: "Lead value", text: "18.000", value: 18_000 };
    expect(notes).toEqual([{ code: "amounts-assumed", params }]);
  });

  it("that are no plain amount are in no sum, counted and shown", async () => {
    const { amounts, notes, facts } = await openLeads([
      ["EUR", "1.5E+06"],
      ["EUR", "18k"],
      ["EUR", "n/a"],
      ["EUR", "12萬"],
      ["EUR", "(500)"],
    ]);
    expect(amounts.map(([, value]) => value)).toEqual([1_500_000, null, null, null, -500]);
    const params = { column: "Lead value", count: 2, text: "18k", line: 3 };
    expect(notes).toEqual([{ code: "unreadable-amounts", params }]);
    expect(noted(facts, "unreadable-amounts")).toBe(2);
  });

  it("name the currency where its column is empty, and are counted where they contradict it", async () => {
    const { amounts, notes } = await openLeads([
      ["", "USD 1,000.50"],
      ["", "€ 2,000.25"],
      ["", "$3,000.00"],
      ["eur", "EUR 5.00"],
      ["EUR", "USD 6.00"],
    ]);
    expect(amounts).toEqual([
      ["USD", 1000.5],
      ["EUR", 2000.25],
      [null, 3000],
      ["eur", 5],
      ["EUR", 6],
    ]);
    const params = { column: "Lead value", count: 1, text: "USD 6.00", line: 6 };
    expect(notes).toEqual([{ code: "other-currency", params }]);
  });

  it("that are no date are counted by column and shown", async () => {
    const { notes, facts } = await openLeads([
      ["EUR", "5.00", "11/20/2026"],
      ["EUR", "5.00", "11/20/2026 10:00 EST"],
      ["EUR", "5.00", "soon"],
    ]);
    const params = { column: "Creation Date", count: 2, text: "11/20/2026 10:00 EST", line: 3 };
    expect(notes).toEqual([{ code: "unreadable-dates", params }]);
    expect([facts.unreadable, facts.undated]).toEqual([2, 2]);
  });
});
