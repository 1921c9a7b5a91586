import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_KEY } from "./bucket-json.ts";
import { orderOfKeys } from "./bucket-order.ts";

const key = (most: number) => fc.oneof(fc.integer({ min: -most, max: most }), fc.constant(NO_KEY));

test("orders by each column in turn, absence last", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key(3), key(900), key(40_000)), { maxLength: 60 }), (rows) => {
      const columns = [0, 1, 2].map((column) => Int32Array.from(rows, (row) => row[column] as number));
      const places = rows.map((_, place) => place);
      const expected = places.toSorted((a, b) => {
        const differing = columns.find((keys) => keys[a] !== keys[b]);
        return differing ? Number(differing[a]) - Number(differing[b]) : a - b;
      });
      expect([...(orderOfKeys(columns, rows.length) ?? [])]).toEqual(expected);
    }),
  );
});

test("leaves the order of keys that don't fit into one number to others", () => {
  const far = Int32Array.of(-2_000_000_000, 2_000_000_000);
  expect(orderOfKeys([far, far], 2)).toBeNull();
});
