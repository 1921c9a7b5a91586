import { describe, expect, it } from "vitest";
import { describeSuggestion, suggestForFile } from "./suggest-for-file.ts";

const fixture = (name: string) => new URL(`../../../e2e/fixtures/${name}`, import.meta.url).pathname;

describe("a mapping for a file", () => {
  it("names the columns of a CRM's export, and what it lacks", async () => {
    const suggested = await suggestForFile(fixture("files-in-the-wild/19-crm-names.csv"));
    expect(suggested.mapping.columns).toMatchObject({ "Record ID": "id", "Create Date": "createdDate" });
    expect(describeSuggestion(suggested)).toContain("No column found for: customerName.");
  });

  it("says which fields no column was found for", async () => {
    const { missing } = await suggestForFile(new URL("../../../tsconfig.json", import.meta.url).pathname);
    expect(missing).toEqual(expect.arrayContaining(["status", "createdDate", "customerMarket"]));
  });
});
