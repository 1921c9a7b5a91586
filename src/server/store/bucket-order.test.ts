import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_KEY, orderOfKeys } from "./bucket-order.ts";

const key = (most: number) => fc.oneof(fc.integer({ min: -most, max: most }), fc.constant(NO_KEY));

test.each([
  ["a table", [3, 9, 30]],
  ["one number", [3, 900, 40_000]],
  ["no number", [3, 2_000_000_000, 2_000_000_000]],
] as const)("orders by each column in turn, absence last, where keys fit into %s", (_, [a, b, c]) => {
  const buckets = fc.uniqueArray(fc.tuple(key(a), key(b), key(c)), { maxLength: 60, selector: String });
  fc.assert(
    fc.property(buckets, (rows) => {
      const columns = [0, 1, 2].map((column) => Int32Array.from(rows, (row) => row[column] as number));
      const places = rows.map((_row, place) => place);
      const expected = places.toSorted((x, y) => {
        const differing = columns.find((keys) => keys[x] !== keys[y]);
        return differing ? Number(differing[x]) - Number(differing[y]) : 0;
      });
      expect([...orderOfKeys(columns, rows.length)]).toEqual(expected);
    }),
  );
});
