import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

const PARTS = { from: "2025-12-01", to: "2026-11-30", isIncomplete: false, ending: "csv" } as const;

it("names the product, the panel and the period, and says what is not complete", () => {
  expect(fileName({ ...PARTS, name: "markets" })).toBe("referrals-markets-2025-12-01_2026-11-30.csv");
  expect(fileName({ ...PARTS, name: "referrals", ending: "xlsx" })).toBe(
    "referrals-2025-12-01_2026-11-30.xlsx",
  );
  expect(fileName({ ...PARTS, name: "../Key figures", isIncomplete: true })).toBe(
    "referrals--key-figures-2025-12-01_2026-11-30-incomplete.csv",
  );
});
