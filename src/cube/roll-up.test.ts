import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf, totalOf } from "./cube.ts";
import { PRESENT, rollUp } from "./roll-up.ts";
import { anyRecords, ask, TEST_FIELDS } from "./testing/naive-ask.ts";

const DAILY = { filter: null, groupBy: TEST_FIELDS, level: "day" } as const;

describe("rollUp", () => {
  it("counts the referrals that have a date and those that have not", () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const table = rollUp(ask(records, DAILY), [
          { field: "wonDate", presence: true },
          { field: "createdDate", grain: "year" },
        ]);
        for (const { keys, count } of rowsOf(table)) {
          const alike = records.filter(
            ({ wonDate, createdDate }) =>
              (wonDate === null ? null : PRESENT) === keys[0] &&
              (createdDate === null ? null : `${new Date(createdDate).getUTCFullYear()}-01-01`) === keys[1],
          );
          expect(count).toBe(alike.length);
        }
        expect(totalOf(table)).toBe(records.length);
      }),
    );
  });

  it("gives one field by two measures", () => {
    const cube = ask(
      [{ status: null, customerMarket: null, createdDate: Date.UTC(2024, 4, 17), wonDate: null }],
      DAILY,
    );
    const table = rollUp(cube, [
      { field: "createdDate" },
      { field: "createdDate", grain: "week" },
      { field: "createdDate", grain: "quarter" },
      { field: "createdDate", presence: true },
    ]);
    expect(rowsOf(table)).toEqual([{ keys: ["2024-05-17", "2024-05-13", "2024-04-01", PRESENT], count: 1 }]);
  });

  it("adds everything up to one row without dimensions, and to none of nothing", () => {
    const records = Array.from({ length: 7 }, (_, at) => ({
      status: `${at}`,
      customerMarket: null,
      createdDate: null,
      wonDate: null,
    }));
    expect(rowsOf(rollUp(ask(records, DAILY), []))).toEqual([{ keys: [], count: 7 }]);
    expect(rowsOf(rollUp(ask([], DAILY), []))).toEqual([]);
  });

  it("refuses a field that is not there and a grain that its buckets do not make up", () => {
    const cube = ask([], { ...DAILY, level: "week" });
    expect(() => rollUp(cube, [{ field: "lostDate" }])).toThrow(RangeError);
    expect(() => rollUp(cube, [{ field: "wonDate", grain: "month" }])).toThrow(/by week .* by month/);
  });
});
