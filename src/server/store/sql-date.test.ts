import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readInstant } from "#partner-center/instant.ts";
import { unlessNever, usualInstant } from "./staging.ts";
import { hardDate } from "./testing/arbitraries.ts";

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create();
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Ms since 1970-01-01 UTC, "never", or null where SQL leaves the text to the contract's parser. */
async function readByEngine(text: string): Promise<number | "never" | null> {
  const usual = usualInstant("text");
  const [row] = (
    await connection.runAndReadAll(
      `SELECT epoch_ms(${unlessNever("usual")})::DOUBLE, usual IS NULL, epoch_us(usual) % 1000 = 0
      FROM (SELECT ${usual} AS usual FROM (SELECT ?::VARCHAR AS text))`,
      [text],
    )
  ).getRows();
  if (row?.[1] === true) return null;
  expect(row?.[2]).toBe(true);
  return row?.[0] === null ? "never" : Number(row?.[0]);
}

function readByContract(text: string): number | string {
  const reading = readInstant(text);
  return reading.kind === "instant" ? reading.at : reading.kind;
}

const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 9 });
const time = fc.tuple(two, two, two).map((parts) => parts.join(":"));
const fraction = fc.oneof(
  fc.constant(""),
  digits.map((text) => `.${text}`),
);
const zone = fc.constantFrom("", "Z", "+00:00", "-00:00", "+02:00", "z");
const year = fc.oneof(fc.constantFrom("0000", "0001", "0099", "2024", "9999", "12024"), digits);
const isoLike = fc
  .tuple(year, two, two, fc.constantFrom("T", " ", "t", ""), time, fraction, zone)
  .map(([y, m, d, between, clock, part, end]) => `${y}-${m}-${d}${between}${between && clock + part + end}`);
const number = fc.integer({ min: 0, max: 40 }).map(String);
const usLike = fc
  .tuple(number, number, year, number, two, two, fc.constantFrom("AM", "PM", "am", "XM"))
  .map(([m, d, y, hour, minute, second, half]) => `${m}/${d}/${y} ${hour}:${minute}:${second} ${half}`);

test("what the engine reads, it reads as the contract does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(hardDate, isoLike, usLike), async (text) => {
      const read = await readByEngine(text);
      if (read !== null) expect(read).toBe(readByContract(text));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["2018-02-04T23:08:59", Date.UTC(2018, 1, 4, 23, 8, 59)],
  ["2018-02-04", Date.UTC(2018, 1, 4)],
  ["2018-02-04 23:08:59.1239999Z", Date.UTC(2018, 1, 4, 23, 8, 59, 123)],
  ["2018-02-04T23:08:59.1239999+00:00", Date.UTC(2018, 1, 4, 23, 8, 59, 123)],
  ["2/4/2018 11:08:59 PM", null],
  ["0001-01-01T00:00:00", "never"],
] as const)("reads %s by itself", async (text, expected) => {
  expect(await readByEngine(text)).toBe(expected);
});
