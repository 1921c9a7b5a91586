import fc from "fast-check";
import { expect, it } from "vitest";
import { readFile } from "../testing/read-file.ts";

const text = fc.array(fc.constantFrom("a", '"', "\\", "{", "}", "[", "]", ",", ":", "\n", "ü", "😀"), {
  maxLength: 8,
});
const value = fc.oneof(
  fc.constant(null),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
  fc.boolean(),
  text.map((letters) => `x${letters.join("")}`),
);
const records = fc.array(fc.record({ id: fc.nat().map(String), a: value, b: value }), {
  minLength: 1,
  maxLength: 12,
});

const json = (cell: unknown) => (typeof cell === "bigint" ? String(cell) : JSON.stringify(cell));
const written = (record: Record<string, unknown>, space: string) =>
  `{${Object.entries(record)
    .map(([name, cell]) => `"${name}":${space}${json(cell)}`)
    .join(`,${space}`)}}`;

it("reads back the records that were written, digit for digit, in every shape and in chunks of any size", async () => {
  const shape = fc.constantFrom("array", "envelope", "lines", "values");
  await fc.assert(
    fc.asyncProperty(records, shape, fc.integer({ min: 1, max: 60 }), async (given, kind, chunk) => {
      const objects = given.map((record) => written(record, kind === "lines" ? "" : "\n "));
      const content = {
        array: `[${objects.join(" ,\n")}]`,
        envelope: `{"count": 1, "note": "value: [{", "value": [${objects.join(",")}], "more": []}`,
        lines: objects.join("\n"),
        values: objects.join("\n"),
      }[kind];
      const bytes = new Uint8Array(Buffer.from(content));
      const whole = await readFile({
        name: "random.json",
        size: bytes.length,
        async *stream(start = 0, end = bytes.length) {
          for (let at = start; at < Math.min(end, bytes.length); at += chunk) {
            yield bytes.slice(at, Math.min(at + chunk, end));
          }
        },
      });
      expect(whole.table.header).toEqual(["id", "a", "b"]);
      const textOf = (cell: unknown) => (cell === null ? null : String(cell));
      expect(whole.rows).toEqual(given.map(({ id, a, b }, index) => [index + 1, id, textOf(a), textOf(b)]));
      expect(whole.rejected).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
