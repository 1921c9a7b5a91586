import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  DATE_FIELDS,
  type DateField,
  FIELDS,
  type Field,
  isDateField,
  type Referral,
} from "#partner-center/fields.ts";
import { serveFiles } from "./testing/serve-files.ts";

const MINUTE = 60_000;
const CONTAINERS = ["csv", "gz", "zip", "xlsx", "json", "jsonl", "odata", "parquet"] as const;
const DATE_FORMS = {
  iso: (at: Date) => at.toISOString().slice(0, 19),
  zulu: (at: Date) => at.toISOString(),
  blank: (at: Date) => at.toISOString().slice(0, 16).replace("T", " "),
  offset: (at: Date) => `${new Date(at.getTime() + 120 * MINUTE).toISOString().slice(0, 19)}+02:00`,
  us: (at: Date) => `${numbers(at, "/", ["month", "day"])} ${at.toISOString().slice(11, 16)}`,
  us12: (at: Date) => `${numbers(at, "/", ["month", "day"])} ${clock12(at)}`,
  british: (at: Date) => `${numbers(at, "/", ["day", "month"])} ${at.toISOString().slice(11, 16)}`,
  german: (at: Date) => `${numbers(at, ".", ["day", "month"])} ${at.toISOString().slice(11, 16)}`,
  named: (at: Date) =>
    `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${at.toISOString().slice(11, 16)}`,
  milliseconds: (at: Date) => String(at.getTime()),
  seconds: (at: Date) => String(at.getTime() / 1000),
} as const;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function numbers(at: Date, sign: string, order: readonly ("day" | "month")[]): string {
  const parts = { day: at.getUTCDate(), month: at.getUTCMonth() + 1 };
  return [...order.map((part) => String(parts[part]).padStart(2, "0")), at.getUTCFullYear()].join(sign);
}

function clock12(at: Date): string {
  const hour = at.getUTCHours();
  return `${hour % 12 || 12}:${String(at.getUTCMinutes()).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}

/** How a file is written. */
const style = fc.record({
  container: fc.constantFrom(...CONTAINERS),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  encoding: fc.constantFrom("utf-8", "utf-8 mark", "utf-16le", "utf-16be", "windows-1252"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  quotes: fc.constantFrom("needed", "all"),
  dates: fc.constantFrom(...(Object.keys(DATE_FORMS) as (keyof typeof DATE_FORMS)[])),
  markets: fc.constantFrom("code", "en", "de"),
  columns: fc.shuffledSubarray([...FIELDS, "Internal note", "Score"], { minLength: 18 }),
  titles: fc.boolean(),
  names: fc.constantFrom("as sent", "upper", "words"),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

const minutes = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE })
    .map((at) => new Date(at * MINUTE).toISOString().slice(0, 19));
const anyDate = fc.option(minutes("2024-01-01", "2026-11-27"));
const name = fc
  .array(
    fc.constantFrom(
      "Alder",
      "Birch & Co",
      "Müller",
      '"Nord"',
      "a, b",
      "x; y",
      "=1+1",
      "line\nbreak",
      "|",
      "O'Hara",
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((words) => `C ${words.join(" ")}`);
const referral: fc.Arbitrary<Omit<Referral, "id">> = fc.record({
  status: fc.constantFrom("Won", "Lost", "Accepted", "New", "Declined", "Acknowledged", null),
  customerMarket: fc.constantFrom("DE", "US", "JP", "XK", "GB", null),
  customerName: fc.option(name),
  customerOrgSize: fc.constantFrom("10to50employees", "1to9employees", null),
  partnerMarket: fc.constantFrom("DE", "FR", null),
  ...(Object.fromEntries(DATE_FIELDS.map((field) => [field, anyDate])) as Record<DateField, typeof anyDate>),
  createdDate: minutes("2024-01-01", "2026-11-27"),
});
/** The first row disambiguates the order of day and month. */
const referrals = fc.array(referral, { minLength: 6, maxLength: 40 }).map((all) =>
  all.map(
    (one, index): Referral => ({
      ...one,
      ...(index % 6 === 0 && { createdDate: "2026-03-28T13:05:00" }),
      id: `${1_610_521_604_143_693_001n + BigInt(index) * 7n}`,
    }),
  ),
);

/** The cells of a record in a file; unknown columns get filler text. */
function cellsOf(one: Referral, { columns, dates, markets }: Style): (string | null)[] {
  return columns.map((column) => {
    if (!(FIELDS as readonly string[]).includes(column))
      return column === "Score" ? "12,5" : 'said "no", twice';
    const field = column as Field;
    const value = one[field];
    if (value === null) return null;
    if (isDateField(field)) return DATE_FORMS[dates](new Date(`${value}Z`));
    if (!field.endsWith("Market") || markets === "code") return value;
    return new Intl.DisplayNames(markets, { type: "region" }).of(value) ?? value;
  });
}

function headerOf({ columns, names }: Style): string[] {
  const words = (column: string) => column.replaceAll(/([a-z])([A-Z])/g, "$1 $2");
  if (names === "as sent") return [...columns];
  return columns.map((column) => (names === "upper" ? column.toUpperCase() : words(column)));
}

function csvText(rows: readonly (readonly (string | null)[])[], how: Style): string {
  const cell = (text: string | null) => {
    if (text === null) return "";
    const isPlain = how.quotes === "needed" && !text.includes(how.delimiter) && !/["\r\n]/.test(text);
    return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  const lines = [headerOf(how), ...rows].map((cells) => cells.map(cell).join(how.delimiter));
  return [...(how.titles ? ["Referrals of the quarter", ""] : []), ...lines, ""].join(how.lineEnd);
}

function encoded(text: string, encoding: Style["encoding"]): Buffer {
  if (encoding === "windows-1252") return Buffer.from(text, "latin1");
  if (encoding.startsWith("utf-8")) return Buffer.from(encoding === "utf-8" ? text : `\ufeff${text}`);
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}

/** As JSON, with ids as numbers of more digits than a double holds. */
function jsonObjects(rows: readonly (readonly (string | null)[])[], how: Style): string[] {
  const names = headerOf(how);
  return rows.map((cells) => {
    const members = cells.map((cell, place) => {
      const value = how.columns[place] === "id" ? cell : JSON.stringify(cell);
      return `${JSON.stringify(names[place])}:${value}`;
    });
    return `{${members.join(",")}}`;
  });
}

async function fileOf(all: readonly Referral[], how: Style, path: string): Promise<string> {
  const rows = all.map((one) => cellsOf(one, how));
  const file = `${path}.${how.container === "odata" ? "json" : how.container}`;
  const csv = () => encoded(csvText(rows, how), how.encoding);
  const json = jsonObjects(rows, how);
  switch (how.container) {
    case "csv":
      await writeFile(file, csv());
      break;
    case "gz":
      await writeFile(file, gzipSync(csv()));
      break;
    case "zip":
      await writeFile(file, zipSync({ "readme.pdf": strToU8("%PDF-1.7"), "referrals.csv": csv() }));
      break;
    case "xlsx":
      await writeFile(file, await writeXlsx({ sheets: [{ name: "Data", rows: [headerOf(how), ...rows] }] }));
      break;
    case "parquet":
      await writeParquet(jsonObjects(rows, { ...how, names: "as sent" }), file);
      break;
    case "jsonl":
      await writeFile(file, json.join("\n"));
      break;
    case "odata":
      await writeFile(file, `{"d":{"results":[${json.join(",")}]}}`);
      break;
    default:
      await writeFile(file, `[${json.join(",\n")}]`);
  }
  return file;
}

async function writeParquet(objects: readonly string[], file: string): Promise<void> {
  await writeFile(`${file}.jsonl`, objects.join("\n"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = `{${[...FIELDS, "Internal note", "Score"].map((column) => `'${column}': '${column === "id" ? "BIGINT" : "VARCHAR"}'`).join(", ")}}`;
  await connection.run(
    `COPY (SELECT * FROM read_json('${file}.jsonl', format = 'newline_delimited', columns = ${columns})) TO '${file}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

const byId = (a: Referral, b: Referral) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-property-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("gives exactly the records that were written, however their files were written and wherever these overlap", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(referrals, style, style, fc.nat(100), fc.nat(100), async (all, one, other, from, to) => {
      run += 1;
      const path = join(folder, String(run));
      const [begin, end] = [from, to]
        .map((part) => Math.round((part / 100) * all.length))
        .toSorted((a, b) => a - b);
      // Both contain the middle part, and neither is empty.
      const files = [
        await fileOf(all.slice(0, Math.max(1, end ?? 0)), one, `${path}a`),
        await fileOf(all.slice(Math.min(all.length - 1, begin ?? 0)), other, `${path}b`),
      ];
      const served = await serveFiles(files.join(","));
      try {
        expect(served.records.toSorted(byId)).toEqual(all.toSorted(byId));
        expect(served.health).toMatchObject({ loaded: all.length, refused: 0, unreadable: 0 });
      } finally {
        await served.server.close();
      }
    }),
    { numRuns: 25, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  );
  expect(run).toBeGreaterThan(3);
}, 60_000);
