import { expect, test } from "vitest";
import { MIN_MEMORY, memoryFor } from "./memory.ts";

const GIB = 1024 ** 3;

test("a million referrals get the least memory, whatever the file", () => {
  expect(memoryFor({ kind: "parquet", bytes: 50_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
  expect(memoryFor({ kind: "csv", bytes: 130_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
  expect(memoryFor({ kind: "json-lines", bytes: 400_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
});

test("ten million get more, but at most half of the machine", () => {
  expect(memoryFor({ kind: "parquet", bytes: 500_000_000 }, 16 * GIB)).toBe(3_000_000_000);
  expect(memoryFor({ kind: "parquet", bytes: 500_000_000 }, 4 * GIB)).toBe(2 * GIB);
});
