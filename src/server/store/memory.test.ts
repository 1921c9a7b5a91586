import { expect, test } from "vitest";
import { MIN_MEMORY, memoryFor } from "./memory.ts";

const GIB = 1024 ** 3;

test("a million referrals get the least memory, whatever the file", () => {
  expect(memoryFor({ kind: "parquet", bytes: 50_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
  expect(memoryFor({ kind: "csv", bytes: 130_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
  expect(memoryFor({ kind: "json-lines", bytes: 400_000_000 }, 16 * GIB)).toBe(MIN_MEMORY);
});

test("a file of a gigabyte is read within 1.5 GB, most of which is the engine's", () => {
  expect(memoryFor({ kind: "csv", bytes: GIB }, 64 * GIB)).toBeLessThan(1.2 * GIB);
  expect(memoryFor({ kind: "parquet", bytes: GIB }, 64 * GIB)).toBeLessThan(1.2 * GIB);
});

test("many millions get more, but at most half of the machine", () => {
  expect(memoryFor({ kind: "csv", bytes: 300_000_000 }, 16 * GIB)).toBe(720_000_000);
  expect(memoryFor({ kind: "parquet", bytes: 500_000_000 }, 1.5 * GIB)).toBe(0.75 * GIB);
});
