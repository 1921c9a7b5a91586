import fc from "fast-check";
import { expect, it } from "vitest";
import { bucketRows, bucketTable, bucketText } from "./bucket-json.ts";
import { NO_KEY } from "./bucket-order.ts";

const NAMES = ["", "Won", 'a "quoted" \\ text\n', "Zürich 東京 🙂", "x".repeat(70), "\x7f🙂\x7f\x7f🙂\x7f🙂"];
const bucket = fc.record({
  status: fc.constantFrom(...NAMES.keys(), NO_KEY),
  customerName: fc.option(fc.string({ unit: "grapheme" })),
  count: fc.oneof(fc.nat(12), fc.nat(4_294_967_295), fc.constant(4_294_967_295)),
});
const world = fc.record({
  buckets: fc.array(bucket, { maxLength: 30 }),
  page: fc.record({ top: fc.nat(40), skip: fc.nat(40) }),
  around: fc.tuple(fc.string(), fc.string({ unit: "grapheme" })),
});

it("writes the same rows as JSON.stringify, whatever stands around them", () => {
  fc.assert(
    fc.property(world, ({ buckets, page, around: [before, after] }) => {
      const table = bucketTable(
        { filter: null, groupBy: ["status", "customerName"], level: "day" },
        [
          { keys: Int32Array.from(buckets, ({ status }) => status), names: NAMES },
          { keys: buckets.map(({ customerName }) => customerName) },
        ],
        Float64Array.from(buckets, ({ count }) => count),
      );
      const rows = buckets.slice(page.skip, page.skip + page.top).map(({ status, customerName, count }) => ({
        status: NAMES[status] ?? null,
        customerName,
        referralCount: String(count),
      }));
      const expected = JSON.stringify(rows).slice(1, -1);
      expect(bucketText(table, page, before, after).equals(Buffer.from(before + expected + after))).toBe(
        true,
      );
      expect(Buffer.concat(bucketRows(table, page)).toString()).toBe(expected);
    }),
  );
});
