import fc from "fast-check";
import { expect, test } from "vitest";
import { joinBuckets, sameBuckets } from "./bucket-table.ts";
import { readBuckets } from "./buckets.ts";
import type { GroupedQuery } from "./query.ts";
import { bucketsOf } from "./testing/buckets-of.ts";

const QUERY: GroupedQuery = { filter: null, groupBy: ["status", "customerMarket"], level: "day" };

const anyRow = fc.record({
  status: fc.constantFrom(null, "Won", "Lost", "__proto__"),
  customerMarket: fc.constantFrom("US", "DE", null, "UNKNOWN", ""),
  referralCount: fc.nat(5),
});
const anyPage = fc.array(anyRow, { maxLength: 20 });

test("the rows of several pages are those of one page with all of them", () => {
  fc.assert(
    fc.property(anyPage, fc.array(anyPage, { maxLength: 4 }), (first, others) => {
      const read = (rows: unknown[]) => readBuckets(rows, QUERY);
      const joined = joinBuckets([read(first), ...others.map(read)]);
      const whole = read([first, ...others].flat());
      expect(joined).toEqual(whole);
    }),
  );
});

test("rows are kept in order, with absence as null", () => {
  fc.assert(
    fc.property(anyPage, (rows) => {
      const expected = rows.map(({ status, customerMarket, referralCount }) => [
        [status, customerMarket === "UNKNOWN" ? null : customerMarket || null],
        referralCount,
      ]);
      expect(bucketsOf(readBuckets(rows, QUERY))).toEqual(expected);
    }),
  );
});

test("two pages are the same exactly when all their rows are", () => {
  fc.assert(
    fc.property(anyPage, anyPage, (a, b) => {
      const [left, right] = [readBuckets(a, QUERY), readBuckets(b, QUERY)];
      const expected = JSON.stringify(bucketsOf(left)) === JSON.stringify(bucketsOf(right));
      expect(sameBuckets(left, right)).toBe(expected);
      expect(sameBuckets(left, readBuckets(a, QUERY))).toBe(true);
    }),
  );
});
