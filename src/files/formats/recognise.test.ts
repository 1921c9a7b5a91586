import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "#partner-center/fields.ts";
import { REGISTRATIONS_FORMAT } from "./cosell.ts";
import { columnType, type Format } from "./format.ts";
import { COSELL_INSIGHTS_FORMAT, LEADS_INSIGHTS_FORMAT } from "./insights.ts";
import { headerScore, recognise } from "./recognise.ts";

function headerOf(file: string): string[] {
  const text = readFileSync(new URL(`../../../e2e/fixtures/${file}`, import.meta.url), "utf8");
  return (text.replace("\uFEFF", "").split(/\r?\n/)[0] ?? "").split(",");
}

/** What the columns of a header fill, by name. */
function filled(header: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    [...recognise(header).columns].map(([place, field]) => [header[place] ?? "", field]),
  );
}

const spelling = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll(" ", "_"),
  (name) => ` ${name.replaceAll(" ", "")} *`,
);

describe("a header", () => {
  it("has as many columns as the formats are documented with", () => {
    expect(
      [LEADS_INSIGHTS_FORMAT, COSELL_INSIGHTS_FORMAT, REGISTRATIONS_FORMAT].map(
        ({ columns }) => columns.length,
      ),
    ).toEqual([19, 46, 24]);
  });

  it.each([
    ["partner-files/leads-insights-download.csv", "leads-insights", 19],
    ["partner-files/cosell-opportunities-download.csv", "cosell-opportunities", null],
    ["partner-files/azure-ip-cosell-deal-registrations-download.csv", "registrations", 24],
    ["files-in-the-wild/19-crm-names.csv", "crm", 7],
    ["files-in-the-wild/19c-twice.csv", "endpoint", 4],
    ["crm-opportunities.csv", "endpoint", 16],
  ])("of %s is %s", (file, format, found) => {
    const { format: recognised, scores, unknown } = recognise(headerOf(file));
    expect(recognised?.id).toBe(format);
    expect(unknown).toEqual([]);
    if (found !== null) expect(scores[0]).toMatchObject({ format, found });
  });

  it("says what fills what", () => {
    expect(filled(["Record ID", "Deal Stage", "Country/Region", "Create Date", "Status", "Colour"])).toEqual({
      "Record ID": "id",
      "Deal Stage": "mainStatus",
      "Country/Region": "customerMarket",
      "Create Date": "createdDate",
      Status: "status",
    });
    expect(recognise(["Record ID", "Create Date", "Status", "Colour"]).unknown).toEqual(["Colour"]);
  });

  it("takes the spellings of real co-sell files", () => {
    const header = [
      "Referral ID",
      "Decline/Lost/Error reason",
      "Created Date",
      "Partner Referral Substatus",
      "Microsoft MSX Id",
    ];
    const names = [
      ...header,
      "Final Matched Customer Account *",
      "Managed Account Match 2",
      "Solution 17",
      "Confidence",
    ];
    expect(recognise(names)).toMatchObject({ format: { id: "cosell-opportunities" }, unknown: [] });
    expect(filled(names)).toMatchObject({ "Solution 17": "solutions", "Created Date": "createdDate" });
  });

  it("takes Microsoft's own status by its documented name, and the more detailed one where both are there", () => {
    const names = ["Referral ID", "Deal Name", "Partner Referral Substatus", "Sales Stage", "CRM ID"];
    const [plain, detailed] = ["Microsoft Referral Status", "Microsoft Referral Substatus"];
    const ofMicrosoft = (header: readonly string[]) =>
      Object.entries(filled(header)).flatMap(([name, field]) => (field === "microsoftStatus" ? name : []));
    expect(ofMicrosoft([...names, plain])).toEqual([plain]);
    for (const both of [
      [plain, detailed],
      [detailed, plain],
    ])
      expect(ofMicrosoft([...both, ...names])).toEqual([detailed]);
  });

  it("shows the scores of all formats that it has columns of", () => {
    const { format, scores } = recognise([
      "Referral ID",
      "Status",
      "Customer Country",
      "Creation Date",
      "Deal Type",
    ]);
    expect(format?.id).toBe("cosell-insights");
    expect(scores.slice(0, 2)).toEqual([
      { format: "cosell-insights", found: 5, of: 46 },
      { format: "leads-insights", found: 4, of: 19 },
    ]);
  });

  it("of nothing known is of no format", () => {
    expect(recognise(["Fruit", "Colour"])).toMatchObject({
      format: null,
      scores: [],
      unknown: ["Fruit", "Colour"],
    });
    expect(recognise(["Status", "Created Date"]).format).toBeNull();
  });

  it.each<Format>([LEADS_INSIGHTS_FORMAT, COSELL_INSIGHTS_FORMAT, REGISTRATIONS_FORMAT])(
    "is recognised whatever the case, blanks, punctuation and order: $id",
    (format) => {
      const names = format.columns.map(({ name }) => name);
      fc.assert(
        fc.property(fc.shuffledSubarray(names, { minLength: names.length }), spelling, (order, spell) => {
          const { format: found, columns, unknown } = recognise(["Extra", ...order.map(spell)]);
          expect([found?.id, unknown]).toEqual([format.id, ["Extra"]]);
          for (const [place, field] of columns) {
            const original = format.columns.find(({ name }) => name === order[place - 1]);
            expect(original?.field).toBe(field);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  it("scores more than a title line or a record", () => {
    expect(headerScore(["id", "status", null])).toBe(2);
    expect(headerScore(["Referrals of the quarter", null])).toBe(0);
  });

  it("reads each field by its type", () => {
    expect(FIELDS.map(columnType).filter((type) => type === "date")).toHaveLength(10);
    expect(columnType("dealValue")).toBe("amount");
  });
});
