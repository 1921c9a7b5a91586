import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rejectedRows } from "#files/import/import-report.ts";
import { DATE_FIELDS, FIELDS, type Referral, TERM_FIELDS } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { openDuckDbStore } from "./duckdb-store.ts";
import { referral } from "./testing/arbitraries.ts";
import { EVERYTHING, type Loaded, loadFile, loadFolder } from "./testing/load-folder.ts";
import { queryNaively } from "./testing/naive-store.ts";

// Each load opens a database.
vi.setConfig({ testTimeout: 60_000 });
const { pathOf, loadText } = loadFolder();

/** Equivalent spellings of a column name. */
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter}`),
];

const header = fc.record({
  fields: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
  spelling: fc.constantFrom(...SPELLINGS),
});
/** An empty record is an empty row, and spaces around a cell are ignored. */
const records = referral.map((one) => {
  const texts = TERM_FIELDS.map((field) => [field, one[field]?.trim() || null]);
  return { ...withoutEmpty(one), ...Object.fromEntries(texts), id: one.id?.trim() || "R0" } as Referral;
});
const referrals = fc.array(records, { minLength: 1, maxLength: 25 });

function respelled(referral: Referral, fields: readonly (keyof Referral)[], spell: (name: string) => string) {
  return Object.fromEntries(fields.map((field) => [spell(field), referral[field]]));
}

function quoted(cell: string | null, delimiter: string): string {
  if (cell === null) return "";
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** CSV cannot express empty strings: an empty cell is null. */
function withoutEmpty(referral: Referral): Referral {
  return Object.fromEntries(FIELDS.map((field) => [field, referral[field] || null])) as Referral;
}

function unreadableDates(list: readonly Referral[]): number {
  const dates = list.flatMap((one) => DATE_FIELDS.map((field) => readInstant(one[field])));
  return dates.filter(({ kind }) => kind === "unreadable").length;
}

function expectAll({ report, records }: Loaded, given: readonly Referral[]): void {
  expect(records).toEqual(queryNaively(given, EVERYTHING).rows);
  expect(report).toMatchObject({ loaded: given.length, unreadable: unreadableDates(given) });
  expect(rejectedRows(report.tables).count).toBe(0);
}

describe("a file of any kind gives the referrals that a naive reading finds in it", {
  timeout: 60_000,
}, () => {
  const JSON_FORMS: Record<string, (rows: unknown[]) => string> = {
    "lines.jsonl": (rows) => rows.map((row) => JSON.stringify(row)).join("\n"),
    "lines-crlf.txt": (rows) => `\uFEFF${rows.map((row) => `${JSON.stringify(row)}\r\n`).join("")}`,
    "array.json": (rows) => JSON.stringify(rows),
    "pretty.json": (rows) => `\uFEFF\n${JSON.stringify(rows, null, 2)}\n`,
    "answer.json": (rows) => JSON.stringify({ Value: rows, "@nextLink": null, TotalCount: rows.length }),
    "answer-pretty.json": (rows) => JSON.stringify({ value: rows, "@odata.nextLink": null }, null, 2),
  };
  test.each(Object.entries(JSON_FORMS))("%s", async (name, write) => {
    await fc.assert(
      fc.asyncProperty(referrals, header, async (given, { fields, spelling }) => {
        const rows = given.map((one) => respelled(one, fields, spelling));
        expectAll(await loadText(name, write(rows)), given);
      }),
      { numRuns: 4 },
    );
  });

  test.each([
    [",", "\n", ""],
    [";", "\r\n", "\uFEFF"],
    ["\t", "\n", "\uFEFF"],
  ])("CSV with %j between cells and %j after lines", async (delimiter, lineEnd, start) => {
    await fc.assert(
      fc.asyncProperty(referrals, header, async (given, { fields, spelling }) => {
        const lines = given.map((one) =>
          fields.map((field) => quoted(one[field], delimiter)).join(delimiter),
        );
        const text = [fields.map(spelling).join(delimiter), ...lines].map((line) => line + lineEnd).join("");
        expectAll(await loadText("referrals.csv", start + text), given);
      }),
      { numRuns: 5 },
    );
  });
});

test("a date text that stands in one field of several records loads each record once", async () => {
  const { records } = await loadText(
    "dates.csv",
    "id,wonDate\n1,never\n2,never\n3,01/02/2024 1:00:00 AM\n4,never\n",
  );
  expect(records.map(({ id }) => id).sort()).toEqual(["1", "2", "3", "4"]);
});

test("every line of JSON may spell its keys its own way", async () => {
  const { records } = await loadText(
    "mixed.jsonl",
    '{"id":"1","STATUS":"Won"}\n{"ID":2,"status":"Lost","more":{}}\n',
  );
  expect(records.map(({ id, status }) => [id, status])).toEqual([
    ["1", "Won"],
    ["2", "Lost"],
  ]);
});

test.each([
  ["codes", "['US', 'na', NULL, 'de']", "x"],
  ["names of markets", "['Germany', 'N/A', NULL, 'de']", "x"],
  ["a column with the name of the row numbers", "['US', 'na', NULL, 'de']", "file_row_number"],
])("Parquet with typed dates is read like the same rows of a CSV: %s", async (_, markets, column) => {
  const [parquet, csv] = [
    pathOf(`typed ${column} ${markets.length}.parquet`),
    pathOf(`typed ${column} ${markets.length}.csv`),
  ];
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  // Same dates and ids in many rows: file order decides.
  await connection.run(`CREATE TABLE rows AS SELECT 'r' || (i % 7) AS id, (${markets})[1 + i % 4] AS customerMarket,
    'Company ' || i AS customerName, TIMESTAMP '2026-10-05 08:00:00' + to_hours(i % 5) AS createdDate,
    CASE WHEN i % 3 = 0 THEN TIMESTAMP '0001-01-01' WHEN i % 3 = 1 THEN TIMESTAMP '2026-10-09 10:00:00.123' END AS wonDate,
    i AS ${column} FROM range(300) AS t(i)`);
  await connection.run(`COPY rows TO '${parquet}' (FORMAT parquet)`);
  await connection.run(`COPY rows TO '${csv}' (FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%g')`);
  connection.closeSync();
  instance.closeSync();
  const [typed, text] = [await loadFile(parquet), await loadFile(csv)];
  expect(typed.records).toEqual(text.records);
  expect(typed.records).toHaveLength(300);
  expect(new Set(typed.records.map(({ customerMarket }) => customerMarket))).toContain(null);
});

/** Dates of a Parquet file, and what is answered for them. */
const TYPED_DATES: readonly (readonly [string, string | null])[] = [
  ["TIMESTAMP '2026-10-05 08:00:00'", "2026-10-05T08:00:00"],
  ["TIMESTAMP '1969-12-31 23:59:59.5'", "1969-12-31T23:59:59.500"],
  ["TIMESTAMP '2026-10-05 08:00:00.123456'", "2026-10-05T08:00:00.123"],
  ["TIMESTAMP '0001-01-01 23:00:00'", null],
  ["TIMESTAMP '0044-03-15 (BC) 12:00:00'", null],
  ["TIMESTAMP '0001-01-02'", "0001-01-02T00:00:00"],
  ["TIMESTAMP '9999-12-31 23:59:59.999'", "9999-12-31T23:59:59.999"],
  ["TIMESTAMP '10000-01-01'", "10000-01-01 00:00:00"],
  ["TIMESTAMP 'infinity'", "infinity"],
  ["TIMESTAMP '-infinity'", "-infinity"],
  ["NULL::TIMESTAMP", null],
];

test("Parquet dates are repaired where any needs it, and else read as they are", async () => {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const path = pathOf("exact or not.parquet");
  const rows = fc.array(fc.tuple(fc.constantFrom(...TYPED_DATES), fc.constantFrom(...TYPED_DATES)), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (dates) => {
      const values = dates.map(
        ([[accepted], [won]], row) =>
          `('${row}', TIMESTAMP '2026-01-01', ${accepted}::TIMESTAMP, ${won}::TIMESTAMP)`,
      );
      await connection.run(
        `COPY (FROM (VALUES ${values.join(", ")}) AS t(id, createdDate, acceptedDate, wonDate)) TO '${path}'`,
      );
      const { records } = await loadFile(path);
      const read = records.map(({ acceptedDate, wonDate }) => [acceptedDate, wonDate]);
      expect(read).toEqual(dates.map(([[, accepted], [, won]]) => [accepted, won]));
    }),
    { numRuns: 12 },
  );
  connection.closeSync();
  instance.closeSync();
});

test("Parquet dates may be text, DATE or TIMESTAMP", async () => {
  const path = pathOf("dates [1]*.parquet");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT 7 AS "ID", 'Won' AS status, DATE '2024-02-03' AS created_date,
    TIMESTAMP '2024-02-04 05:06:07.123456' AS acknowledgedDate, '2/5/2024 1:00:00 PM' AS acceptedDate,
    TIMESTAMPTZ '2024-02-06 00:00:00+02' AS wonDate, DATE '0001-01-01' AS lostDate,
    TIMESTAMP_NS '2024-02-07 00:00:00' AS archivedDate, TIMESTAMP 'infinity' AS missedDate)
    TO '${path}'`);
  connection.closeSync();
  instance.closeSync();
  const { report, records } = await loadFile(path);
  expect(report).toMatchObject({ loaded: 1, unreadable: 1 });
  expect(records[0]).toEqual({
    ...Object.fromEntries(FIELDS.map((field) => [field, null])),
    ...{
      id: "7",
      status: "Won",
      createdDate: "2024-02-03T00:00:00",
      acknowledgedDate: "2024-02-04T05:06:07.123",
    },
    ...{
      acceptedDate: "2024-02-05T13:00:00",
      wonDate: "2024-02-05T22:00:00",
      archivedDate: "2024-02-07T00:00:00",
    },
    missedDate: "infinity",
  });
});

test("line breaks of both kinds in one CSV file are read", async () => {
  const { report, records } = await loadText("breaks.csv", "id,status\n1,Won\r\n2,Lost\n");
  expect(report).toMatchObject({ loaded: 2 });
  expect(records.map(({ status }) => status)).toEqual(["Won", "Lost"]);
});

test("an empty list is no error: there is simply nothing", async () => {
  const { report } = await loadText("empty.json", '{"Value":[],"@nextLink":null,"TotalCount":0}');
  expect(report).toMatchObject({ loaded: 0 });
});

test("the sample loads like a file", async () => {
  const store = await openDuckDbStore();
  const report = await store.load({ kind: "sample", now: Date.parse("2026-05-06T13:00:00Z") });
  expect(report).toMatchObject({ source: "Sample data", tables: [] });
  expect(report.loaded).toBeGreaterThan(23_000);
  expect(report.unreadable).toBeGreaterThan(0);
  await store.close();
});
