import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linesOfBytes } from "./line-numbers.ts";

let path = "";
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), "lines-test-")), "text");
});
afterAll(() => rm(join(path, ".."), { recursive: true }));

test("a byte lies in the line after as many line breaks as stand before it", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "é") });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(300)), async (content, positions) => {
      await writeFile(path, content);
      const bytes = Buffer.from(content);
      const sorted = positions.toSorted((a, b) => a - b);
      const naive = sorted.map((at) => bytes.subarray(0, at).toString("latin1").split("\n").length);
      expect(await linesOfBytes(path, sorted)).toEqual(naive);
    }),
  );
});

test("positions lie in blocks of a megabyte as in small ones", async () => {
  await writeFile(path, `${"x".repeat(1_999)}\n`.repeat(1_500));
  expect(await linesOfBytes(path, [0, 1_000_000, 1_048_576, 2_999_999])).toEqual([1, 501, 525, 1500]);
});
