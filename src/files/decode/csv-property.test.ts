import fc from "fast-check";
import { expect, it } from "vitest";
import type { FileBytes } from "../raw-table.ts";
import { readFile } from "../testing/read-file.ts";

const HEADER = ["id", "status", "name", "created", "note"];

/** How a file is written. */
const style = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  quotes: fc.constantFrom("needed", "all"),
  encoding: fc.constantFrom("utf-8", "utf-8 mark", "utf-16le", "utf-16be", "windows-1252"),
  titles: fc.array(fc.constantFrom("Referrals of the quarter", "Exported 2026-11-28", "", "a, b; c"), {
    maxLength: 3,
  }),
  endsInLineEnd: fc.boolean(),
  blankLines: fc.boolean(),
  chunk: fc.integer({ min: 1, max: 50 }),
});

/** Null, or a text that is no placeholder for null; `\n` is the line end of the file. */
const cell = fc.option(
  fc
    .array(fc.constantFrom("a", "B", " ", ",", ";", "\t", "|", '"', "\n", "ü", "雲", "😀", "'", "="), {
      maxLength: 9,
    })
    .map((letters) => `x${letters.join("")}`),
);
const records = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });

type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

/** Characters of windows-1252, without runs of non-ASCII letters, which western languages lack. */
const fitting = (text: string, { encoding }: Style) =>
  encoding === "windows-1252" ? text.replace(/雲|😀/gu, "e").replace(/ü+/g, "ü") : text;

function written(text: string | null, { delimiter, quotes, lineEnd }: Style): string {
  if (text === null) return quotes === "all" ? '""' : "";
  const isPlain = !text.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(text);
  const broken = text.replaceAll("\n", lineEnd);
  return quotes === "needed" && isPlain ? broken : `"${broken.replaceAll('"', '""')}"`;
}

function encoded(text: string, encoding: Style["encoding"]): Buffer {
  if (encoding === "windows-1252") return Buffer.from(text, "latin1");
  if (encoding.startsWith("utf-8")) return Buffer.from(encoding === "utf-8" ? text : `\ufeff${text}`);
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}

function chunked(bytes: Buffer, chunk: number): FileBytes {
  return {
    name: "random.csv",
    size: bytes.length,
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < end && at < bytes.length; at += chunk) {
        yield new Uint8Array(bytes.subarray(at, Math.min(at + chunk, end)));
      }
    },
  };
}

it("reads back the records that were written, with their lines, however they were written", async () => {
  await fc.assert(
    fc.asyncProperty(records, style, async (given, how) => {
      const rows = given.map((cells, index) => [
        `R${index}`,
        ...cells.map((text) => (text === null ? null : fitting(text, how))),
      ]);
      const lines = how.titles.map((title) =>
        written(title === "" ? null : title, { ...how, quotes: "needed" }),
      );
      const expected: unknown[] = [];
      lines.push(HEADER.map((name) => written(name, how)).join(how.delimiter));
      for (const row of rows) {
        if (how.blankLines) lines.push("");
        const before = lines.join(how.lineEnd).split(how.lineEnd).length;
        expected.push([before + 1, ...row.map((text) => text?.replaceAll("\n", how.lineEnd) ?? null)]);
        lines.push(row.map((text) => written(text, how)).join(how.delimiter));
      }
      const text = lines.join(how.lineEnd) + (how.endsInLineEnd ? how.lineEnd : "");
      const whole = await readFile(chunked(encoded(text, how.encoding), how.chunk));
      expect(whole.table.header).toEqual(HEADER);
      expect(whole.rows).toEqual(expected);
      expect(whole.rejected).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it("counts every line of a file in which any line may be broken", async () => {
  const line = fc.constantFrom(
    ["good", "R,Won,Alder,2026-10-01,"],
    ["good", 'R,Won,"Birch, Inc",2026-10-01,"said ""yes"""'],
    ["short", "R,Won"],
    ["long", "R,Won,Cedar, Inc,2026-10-01,x"],
    ["quote", 'R,Won,"Cedar,2026-10-01,'],
    ["quote", 'R,Won,"Cedar" Inc,2026-10-01,'],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 99 }),
      async (all, chunk) => {
        const good = Array.from({ length: 6 }, () => ["good", "R,New,Alder,2026-10-01,"]);
        const lines = [...good, ...all, ...good];
        const text = [HEADER.join(","), ...lines.map(([, written]) => written)].join("\n");
        const { rows, table } = await readFile(chunked(Buffer.from(text), chunk));
        const isGood = lines.map(([kind]) => kind === "good");
        expect(rows.map(([at]) => at)).toEqual(isGood.flatMap((is, index) => (is ? [index + 2] : [])));
        expect(table.rejected.lines).toBe(isGood.filter((is) => !is).length);
      },
    ),
    { numRuns: 200 },
  );
});
