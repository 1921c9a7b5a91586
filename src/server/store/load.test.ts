import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { DATE_FIELDS, FIELDS, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { referral } from "./arbitraries.ts";
import { openDuckDbStore } from "./duckdb-store.ts";
import { LoadError } from "./load-error.ts";
import { askNaively } from "./naive-store.ts";
import { type LoadReport, textOf } from "./store.ts";

// Each load opens an engine of its own.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const EVERYTHING = { kind: "records", query: { filter: null }, page: { top: 10_000, skip: 0 } } as const;

type Outcome = { report: LoadReport; records: Referral[] };

async function loadFile(path: string): Promise<Outcome> {
  const store = await openDuckDbStore();
  try {
    const report = await store.load({ kind: "file", path });
    return { report, records: JSON.parse(textOf("[", await store.ask(EVERYTHING), "]").toString()) };
  } finally {
    await store.close();
  }
}

async function loadText(name: string, text: string | Buffer): Promise<Outcome> {
  const path = join(folder, name);
  await writeFile(path, text);
  return loadFile(path);
}

/** Spellings of a column's name that mean the same. */
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
const referrals = fc.array(referral, { minLength: 1, maxLength: 25 });

function respelled(referral: Referral, fields: readonly (keyof Referral)[], spell: (name: string) => string) {
  return Object.fromEntries(fields.map((field) => [spell(field), referral[field]]));
}

function quoted(cell: string | null, delimiter: string): string {
  if (cell === null) return "";
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What CSV can tell: an empty cell is no value. */
function withoutEmpty(referral: Referral): Referral {
  return Object.fromEntries(FIELDS.map((field) => [field, referral[field] || null])) as Referral;
}

function unreadableDates(list: readonly Referral[]): number {
  const dates = list.flatMap((one) => DATE_FIELDS.map((field) => readInstant(one[field])));
  return dates.filter(({ kind }) => kind === "unreadable").length;
}

function expectAll({ report, records }: Outcome, given: readonly Referral[]): void {
  expect(records).toEqual(askNaively(given, EVERYTHING).rows);
  expect(report).toMatchObject({ loaded: given.length, refused: 0, unreadable: unreadableDates(given) });
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
        expectAll(await loadText("referrals.csv", start + text), given.map(withoutEmpty));
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

test("Parquet dates may be text, DATE or TIMESTAMP", async () => {
  const path = join(folder, "dates [1]*.parquet");
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

describe("what is no record is refused with its line and the reason, and the rest loads", () => {
  test("CSV lines with too few or too many cells, counted as an editor counts", async () => {
    const text = 'id,status\n1,Won\n"2","two\nlines"\n3\n4,Lost,,x\n5,New\n6,"open\n';
    const { report } = await loadText("refused.csv", text);
    expect(report).toMatchObject({ loaded: 3, refused: 3 });
    expect(report.refusedLines).toEqual([
      { line: 5, reason: "fewer cells than the header has (2)" },
      { line: 6, reason: "more cells than the header has (2)" },
      { line: 8, reason: "a quote is not closed, or text follows a closing quote" },
    ]);
  });

  test("JSON lines that do not parse or are no object; blank lines are nothing", async () => {
    const text = '{"id":"1"}\n\n{"id":\n[1]\n  \n"id"\n{"id":"2"}\n\n';
    const { report, records } = await loadText("refused.jsonl", text);
    expect(records.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(report).toMatchObject({ loaded: 2, refused: 3 });
    expect(report.refusedLines).toEqual([
      { line: 3, reason: "not valid JSON" },
      { line: 4, reason: "not a JSON object" },
      { line: 6, reason: "not a JSON object" },
    ]);
  });

  test("items of an array that are no objects", async () => {
    const { report } = await loadText("refused.json", '[1,\n {"id":"1"}, null, {"id":"2"}, "x"]');
    expect(report).toMatchObject({ loaded: 2, refused: 3 });
    expect(report.refusedLines.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  test("bytes that are not UTF-8 take only their own line with them", async () => {
    const lines = [
      Buffer.from('{"id":"1"}\n{"id":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n1\n{"id":"2"}\n'),
    ];
    const { report } = await loadText("bytes.jsonl", Buffer.concat(lines));
    expect(report).toMatchObject({ loaded: 2, refused: 2 });
    expect(report.refusedLines).toEqual([
      { line: 2, reason: "not UTF-8 text" },
      { line: 3, reason: "not a JSON object" },
    ]);
  });

  test("only the first hundred are listed", async () => {
    const { report } = await loadText("many.csv", `id,status\n1,New\n${"x\n".repeat(150)}`);
    expect(report).toMatchObject({ loaded: 1, refused: 150 });
    expect(report.refusedLines).toHaveLength(100);
  });
});

test("line breaks of both kinds in one CSV file are read", async () => {
  const { report, records } = await loadText("breaks.csv", "id,status\n1,Won\r\n2,Lost\n");
  expect(report).toMatchObject({ loaded: 2, refused: 0 });
  expect(records.map(({ status }) => status)).toEqual(["Won", "Lost"]);
});

test("an empty list is no error: there is simply nothing", async () => {
  const { report } = await loadText("empty.json", '{"Value":[],"@nextLink":null,"TotalCount":0}');
  expect(report).toMatchObject({ loaded: 0, refused: 0 });
});

describe("a file that cannot be loaded at all is one sentence", () => {
  test.each([
    ["empty.csv", " \n", /is empty/],
    ["other.csv", "name,amount\nx,1\n", /none of the sixteen fields/],
    ["page.html", "<!doctype html><title>Sign in</title>", /none of the sixteen fields/],
    ["broken.json", '[{"id":"1"},\n{"id":', /cannot be read as a JSON array, it may be cut off/],
    ["broken-answer.json", '{"Value":[{"id":"1"}', /is not valid JSON/],
    [
      "short.csv",
      "id,status\n1\n2\n",
      /none of the 2 lines .* \(line 2: fewer cells than the header has \(2\)\)/,
    ],
    ["PAR1.parquet", "PAR1 but not really", /cannot be read as Parquet/],
    ["packed.csv.gz", Buffer.from([0x1f, 0x8b, 8, 0]), /unpack it first/],
  ])("%s", async (name, text, sentence) => {
    const loading = loadText(name, text);
    await expect(loading).rejects.toThrow(LoadError);
    await expect(loading).rejects.toThrow(sentence);
  });

  test("a missing file", async () => {
    await expect(loadFile(join(folder, "nowhere.csv"))).rejects.toThrow(/nowhere\.csv does not exist/);
  });

  test("a folder", async () => {
    await expect(loadFile(folder)).rejects.toThrow(/is no file/);
  });
});

test("the sample loads like a file", async () => {
  const store = await openDuckDbStore();
  const report = await store.load({ kind: "sample", now: Date.parse("2026-05-06T13:00:00Z") });
  expect(report).toMatchObject({ source: "Sample data", refused: 0 });
  expect(report.loaded).toBeGreaterThan(23_000);
  expect(report.unreadable).toBeGreaterThan(0);
  await store.close();
});
