import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "#lib/calendar.ts";
import { countDaysBetween } from "./days-between.ts";
import { rollUp } from "./roll-up.ts";
import { anyRecords, ask, TEST_FIELDS } from "./testing/naive-ask.ts";

const DAILY = { filter: null, groupBy: TEST_FIELDS, level: "day" } as const;

it("counts the referrals with both dates by the days between, backwards too", () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const table = rollUp(ask(records, DAILY), [{ field: "createdDate" }, { field: "wonDate" }]);
      const expected = new Map<number, number>();
      for (const { createdDate, wonDate } of records) {
        if (createdDate === null || wonDate === null) continue;
        const days = Math.floor(wonDate / DAY_MS) - Math.floor(createdDate / DAY_MS);
        expected.set(days, (expected.get(days) ?? 0) + 1);
      }
      const found = countDaysBetween(table);
      expect(new Map(found.map(({ days, count }) => [days, count]))).toEqual(expected);
      expect(found).toHaveLength(expected.size);
    }),
  );
});

it("needs two columns", () => {
  expect(() => countDaysBetween(rollUp(ask([], DAILY), [{ field: "wonDate" }]))).toThrow(RangeError);
});
