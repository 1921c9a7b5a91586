import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sort } from "#lib/sort.ts";
import { openAgeOfRow } from "#records/row-age.ts";
import { allRows } from "#records/rows.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import type { ReferralColumn } from "#selection/keys/referrals.ts";
import { answerTimeReader, closedReader, notesReader } from "./derived-columns.ts";
import { orderRows } from "./list-order.ts";

const context = { now: NEWEST, isNamedMarket: (code: string) => code.length === 2 };
const compareTexts = (a: string, b: string) => (a < b ? -1 : Number(a > b));

type Read = (row: number) => number;

/** A quadratic sort; absent values last. */
function expectedOrder(rows: readonly number[], read: Read, descending: boolean): number[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [read(a), read(b)];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return descending ? other - one : one - other;
  });
}

describe("the order of the list", () => {
  it("is that of what follows from the dates, with what is absent at the end in both directions", () => {
    fc.assert(
      fc.property(
        anyRecords,
        fc.constantFrom("answer" as const, "age" as const, "closed" as const, "notes" as const),
        fc.boolean(),
        ({ table }, column, descending) => {
          const readers: Record<typeof column, Read> = {
            answer: answerTimeReader(table),
            closed: closedReader(table),
            notes: notesReader(table, context),
            age: (row) => {
              const age = openAgeOfRow(table, row, NEWEST);
              return age.kind === "waiting" ? age.ageMs : Number.NaN;
            },
          };
          const rows = allRows(table);
          const sorted = orderRows(table, rows, [{ id: column, desc: descending }], context, compareTexts);
          expect([...sorted]).toEqual(expectedOrder([...rows], readers[column], descending));
        },
      ),
    );
  });

  it("is decided by the first column, and by the next where the first is equal", () => {
    fc.assert(
      fc.property(anyRecords, ({ table }) => {
        const by: Sort<ReferralColumn> = [
          { id: "outcome", desc: false },
          { id: "answer", desc: true },
        ];
        const once = orderRows(table, allRows(table), by.slice(1), context, compareTexts);
        const twice = orderRows(table, once, by.slice(0, 1), context, compareTexts);
        expect(orderRows(table, allRows(table), by, context, compareTexts)).toEqual(twice);
      }),
    );
  });
});
