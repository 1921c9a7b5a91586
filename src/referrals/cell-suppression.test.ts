import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedRow, MIN_CELL_COUNT, suppressSmallCells } from "./cell-suppression.ts";

const row = (key: string, ...counts: number[]): CountedRow => ({ key, counts });

const tables = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.array(fc.array(fc.oneof(fc.nat(8), fc.nat(100)), { minLength: columns, maxLength: columns }), {
      maxLength: 8,
    }),
  )
  .map((all) => all.map((counts, index) => row(`k${index}`, ...counts)));

const isSmall = (count: number) => count > 0 && count < MIN_CELL_COUNT;

/** Column sums. */
function totals(rows: readonly { counts: readonly number[] }[], columns: number): number[] {
  const sums = Array.from({ length: columns }, () => 0);
  for (const { counts } of rows)
    for (const [at, count] of counts.entries()) sums[at] = (sums[at] ?? 0) + count;
  return sums;
}

describe("rows with small counts", () => {
  it("stay as they are where nothing is small", () => {
    const rows = [row("DE", 12), row("FR", 0), row("US", 5)];
    expect(suppressSmallCells(rows)).toEqual({ shown: rows, merged: null });
  });

  it("take the next larger one in, so that the total less the rest does not tell them", () => {
    expect(suppressSmallCells([row("DE", 12), row("FR", 3), row("US", 40)])).toEqual({
      shown: [row("US", 40)],
      merged: { keys: ["DE", "FR"], counts: [15] },
    });
  });

  it("have no counts at all where the whole is small", () => {
    expect(suppressSmallCells([row("DE", 3)])).toEqual({ shown: [], merged: { keys: ["DE"], counts: null } });
  });

  it("never leave a count below the least, and lose or add none", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const columns = rows[0]?.counts.length ?? 0;
        const { shown, merged } = suppressSmallCells(rows);
        const visible = merged?.counts ? [...shown, { counts: merged.counts }] : shown;
        expect(visible.flatMap(({ counts }) => counts).filter(isSmall)).toEqual([]);
        const isWhole = merged === null || merged.counts !== null;
        expect(isWhole ? totals(visible, columns) : shown).toEqual(isWhole ? totals(rows, columns) : []);
      }),
    );
  });

  it("do not follow from what is shown and the totals: other rows would show the same sums", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { merged } = suppressSmallCells(rows);
        if (!merged?.counts) return;
        const hidden = rows.filter(({ key }) => merged.keys.includes(key));
        const columns = (merged.counts ?? []).map((_, column) =>
          hidden.map(({ counts }) => counts[column] ?? 0),
        );
        // Moving one referral between the two cells leaves every sum as it is.
        const lonely = columns.filter((counts) => counts.some(isSmall) && counts.filter(Boolean).length < 2);
        expect(lonely).toEqual([]);
      }),
    );
  });

  it("are merged alike in whatever order they come", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(suppressSmallCells(rows.toReversed()).merged).toEqual(suppressSmallCells(rows).merged);
      }),
    );
  });
});
