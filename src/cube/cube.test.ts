import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AggregateQuery, type CubeRow, rowsOf, totalOf } from "./cube.ts";
import { canonicalRows, cubeOf } from "./testing/cubes.ts";

const query: AggregateQuery = { filter: null, groupBy: ["status", "customerMarket"], level: "day" };

const key = fc.oneof(fc.constantFrom(null, "", "__proto__", "constructor", "🦊", "US"), fc.string());
const anyBuckets = fc.array(
  fc.record({ keys: fc.tuple(key, key), count: fc.integer({ min: 0, max: 1000 }) }),
  { maxLength: 60 },
);

function addedUp(buckets: readonly CubeRow[]): [string, number][] {
  const sums = new Map<string, number>();
  // Rows are in the order of their first non-empty bucket.
  for (const { keys, count } of buckets.filter((bucket) => bucket.count > 0))
    sums.set(JSON.stringify(keys), (sums.get(JSON.stringify(keys)) ?? 0) + count);
  return [...sums];
}

describe("cubeOf", () => {
  it("adds up buckets with the same keys and leaves out those without referrals", () => {
    fc.assert(
      fc.property(anyBuckets, (buckets) => {
        const rows = rowsOf(cubeOf(query, buckets));
        expect(rows.map(({ keys, count }) => [JSON.stringify(keys), count])).toEqual(addedUp(buckets));
      }),
    );
  });

  it("counts what its buckets count", () => {
    fc.assert(
      fc.property(anyBuckets, (buckets) => {
        expect(totalOf(cubeOf(query, buckets))).toBe(buckets.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });

  it("keeps apart null, the empty text and names of an object's own parts", () => {
    const rows = [null, "", "__proto__", "null", "constructor"].map((text, at) => ({
      keys: [text, null],
      count: at + 1,
    }));
    expect(rowsOf(cubeOf(query, rows))).toEqual(rows);
  });

  it("holds more values than sixteen bits can number", () => {
    const rows = Array.from({ length: 70_000 }, (_, at) => ({ keys: [`id ${at}`, "US"], count: 1 }));
    const cube = cubeOf(query, rows);
    expect(cube.size).toBe(70_000);
    expect(rowsOf(cube).at(-1)).toEqual({ keys: ["id 69999", "US"], count: 1 });
  });

  it("adds up correctly where keys are too many for slots and too many for exact whole numbers", () => {
    const groupBy = ["id", "customerName", "status", "partnerMarket"] as const;
    const half = Array.from({ length: 12_000 }, (_, at) => ({
      keys: [`a${at}`, `b${at}`, `c${at}`, `d${at % 11_000}`],
      count: 1,
    }));
    const cube = cubeOf({ ...query, groupBy }, [...half, ...half]);
    expect(cube.size).toBe(12_000);
    expect(cube.counts.every((count) => count === 2)).toBe(true);
    expect(rowsOf(cube)[11_500]?.keys).toEqual(["a11500", "b11500", "c11500", "d500"]);
  });

  it("is empty without buckets", () => {
    expect(rowsOf(cubeOf(query, []))).toEqual([]);
    expect(totalOf(cubeOf(query, []))).toBe(0);
  });
});

describe("canonicalRows", () => {
  it("does not depend on the order of rows and columns", () => {
    const a = cubeOf(query, [
      { keys: ["Won", "US"], count: 1 },
      { keys: [null, "DE"], count: 2 },
    ]);
    const b = cubeOf({ ...query, groupBy: ["customerMarket", "status"] }, [
      { keys: ["DE", null], count: 2 },
      { keys: ["US", "Won"], count: 1 },
    ]);
    expect(canonicalRows(a)).toEqual(canonicalRows(b));
  });

  it("tells counts and keys apart", () => {
    const rows = (market: string | null, count: number): string[] =>
      canonicalRows(cubeOf(query, [{ keys: ["Won", market], count }]));
    expect(rows("US", 1)).not.toEqual(rows("US", 2));
    expect(rows(null, 1)).not.toEqual(rows("null", 1));
  });
});
