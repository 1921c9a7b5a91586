import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyFilter, anyRecords, passes, type TestRecord } from "#cube/testing/naive-ask.ts";
import { daysWithin } from "#partner-center/filter-build.ts";
import { type QueryPart, splitByDate, splitByMarket, wholePart } from "./split-query.ts";

const SEEN = { from: "2023-12-10", to: "2024-03-05" };

const anyWhole = fc
  .oneof(
    fc.constant(null),
    anyFilter,
    fc.constant(daysWithin("createdDate", "2023-12-01", "2024-04-15")),
    fc.constant(daysWithin("wonDate", "2024-01-10", "2024-01-11")),
  )
  .map(wholePart);

/** For each record that passes the whole, the number of parts that contain it. */
function placesOf(records: readonly TestRecord[], whole: QueryPart, parts: readonly QueryPart[]): number[] {
  const inside = records.filter((record) => passes(record, whole.filter));
  return inside.map((record) => parts.filter(({ filter }) => passes(record, filter)).length);
}

describe("a division by date", () => {
  test("puts every record of the whole into exactly one part", () => {
    fc.assert(
      fc.property(anyRecords, anyWhole, fc.integer({ min: 2, max: 40 }), (records, whole, pieces) => {
        const parts = splitByDate(whole, pieces, SEEN) ?? [];
        expect(new Set([1, ...placesOf(records, whole, parts)])).toEqual(new Set([1]));
      }),
    );
  });

  test("goes by the date on which the filter has a range, and ends at a day", () => {
    const whole = wholePart(daysWithin("wonDate", "2024-01-10", "2024-01-11"));
    const [first, second, ...others] = splitByDate(whole, 24, SEEN) ?? [];
    expect(first?.dates).toEqual({ kind: "days", days: { from: "2024-01-10", to: "2024-01-10" } });
    expect([second?.field, others]).toEqual(["wonDate", []]);
    expect(first && splitByDate(first, 24, SEEN)).toBeNull();
  });

  test("does not take a range that begins within a day for whole days", () => {
    const noon = Date.UTC(2024, 0, 1, 12);
    const filter = {
      kind: "and",
      operands: [
        { kind: "date", field: "wonDate", operator: "ge", instant: noon },
        { kind: "date", field: "wonDate", operator: "lt", instant: noon * 2 },
      ],
    } as const;
    expect(wholePart(filter)).toMatchObject({ field: "createdDate", dates: { kind: "any" } });
  });
});

describe("a division by market", () => {
  test("puts every record into exactly one part, also one without a market", () => {
    fc.assert(
      fc.property(anyRecords, anyWhole, (records, whole) => {
        const parts = splitByMarket(whole, ["US", "won"]) ?? [];
        expect(new Set([1, ...placesOf(records, whole, parts)])).toEqual(new Set([1]));
      }),
    );
  });

  test("is made once, and not for more markets than an address can name", () => {
    const [part] = splitByMarket(wholePart(null), ["US"]) ?? [];
    expect(part && splitByMarket(part, ["DE"])).toBeNull();
    expect(
      splitByMarket(
        wholePart(null),
        Array.from({ length: 25 }, (_, at) => `M${at}`),
      ),
    ).toBeNull();
  });
});
