import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRecords } from "#records/testing/arbitraries.ts";
import { nameOfRow, rowOfName } from "./referral-list.tsx";

describe("the name of a row", () => {
  it("leads back to it, also where several have one id, or none", () => {
    fc.assert(
      fc.property(anyRecords, ({ table }) => {
        for (let row = 0; row < table.size; row++) expect(rowOfName(table, nameOfRow(table, row))).toBe(row);
      }),
    );
  });

  it("leads nowhere where there is no such row", () => {
    fc.assert(
      fc.property(anyRecords, ({ table }) => {
        expect(rowOfName(table, { id: "nobody", nth: 1 })).toBeNull();
        expect(rowOfName(table, { id: "a-1", nth: table.size + 1 })).toBeNull();
      }),
    );
  });
});
