import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { serveFiles } from "./testing/serve-files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "format-details-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The records that the running service gives of a file, by id, and its health. */
async function served(file: string) {
  const { server, records, extras, health } = await serveFiles(file);
  const { Value: more } = await extras("top=1000");
  await server.close();
  const byId = (one: Referral, other: Referral) =>
    String(one.id).localeCompare(String(other.id), "en", { numeric: true });
  return { records: records.toSorted(byId), extras: more, health };
}

async function ofText(name: string, text: string | Uint8Array) {
  const file = join(folder, name);
  await writeFile(file, text);
  return served(file);
}

/** A file that the engine writes of a query. */
async function written(name: string, select: string, options = "FORMAT parquet"): Promise<string> {
  const file = join(folder, name);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${file}' (${options})`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

const names = (records: readonly Referral[]) => records.map(({ customerName }) => customerName);
const ids = (records: readonly Referral[]) => records.map(({ id }) => id);
const DAY = "'2026-10-01' AS createdDate";

describe("Parquet", () => {
  it.each(["id", "'Referral ID'"])("text without the mark of UTF-8 is text, as are ids (%s)", async (id) => {
    const name = id === "id" ? "id" : '"Referral ID"';
    const more =
      id === "id" ? DAY : `'2026-10-01' AS "Creation Date", 'Qualified' AS "Lead Type", 'Won' AS "Status"`;
    const customer = id === "id" ? "customerName" : '"Customer Name"';
    const file = await written(
      `bytes-${id.length}.parquet`,
      `SELECT encode('R1') AS ${name}, encode('Zürich 東京') AS ${customer}, ${more}`,
    );
    const { records } = await served(file);
    expect([ids(records), names(records)]).toEqual([["R1"], ["Zürich 東京"]]);
  });

  it.each([
    ["DOUBLE", "12345::DOUBLE", "12345"],
    ["DECIMAL", "12345::DECIMAL(18, 2)", "12345"],
    ["JSON text", "'\"R-7\"'::JSON", "R-7"],
    ["JSON number", "'1610521604143693812'::JSON", "1610521604143693812"],
  ])("%s ids are their digits and letters", async (type, value, id) => {
    for (const extra of ["", ", 'x' AS \"Internal note\", '01.02.2026' AS wonDate"]) {
      const file = await written(
        `ids-${type}${extra.length}.parquet`,
        `SELECT ${value} AS id, 'Won' AS status, ${DAY}${extra}`,
      );
      expect(ids((await served(file)).records)).toEqual([id]);
    }
  });

  it("a double that has lost digits of an id is refused in words", async () => {
    const file = await written("lost.parquet", `SELECT 1610521604143693812::DOUBLE AS id, ${DAY}`);
    await expect(served(file)).rejects.toThrow(/lost\.parquet.*(scientific|zeros after 15 digits)/);
  });

  it("a list is read as its items", async () => {
    const file = await written(
      "list.parquet",
      `SELECT 'R1' AS "Referral ID", '2026-10-01' AS "Creation Date", 'Won' AS "Status", 'Qualified' AS "Lead Type",
        ['Backup', 'Archive'] AS "Offer name"`,
    );
    expect((await served(file)).extras[0]).toMatchObject({ solutions: ["Backup", "Archive"] });
  });

  it("a codec that nothing reads any more is said", async () => {
    const file = await written(
      "lzo.parquet",
      `SELECT 'R1' AS id, ${DAY}`,
      "FORMAT parquet, COMPRESSION snappy",
    );
    const bytes = await readFile(file);
    // ColumnMetaData: the path ends with the name, then field 4 is the codec (Thrift compact: 0x15, zigzag).
    for (const name of ["id", "createdDate"]) {
      const at = bytes.indexOf(Buffer.from([0x18, name.length, ...Buffer.from(name), 0x15, 2]));
      expect(at).toBeGreaterThan(0);
      bytes[at + name.length + 3] = 6;
    }
    await expect(ofText("lzo.parquet", bytes)).rejects.toThrow(
      /^REFERRALS_FILE: lzo\.parquet .*(codec|compress)/i,
    );
  });

  it.each([
    ["created_date", "createdDate"],
    ["createdDate", "created_date"],
  ])("of two columns for one field the filled one wins: %s, %s", async (one, other) => {
    const file = await written(
      `twice-${one}.parquet`,
      `SELECT * FROM (VALUES ('1', '2026-10-01', NULL), ('2', NULL, '2026-10-02')) AS t("id", "${one}", "${other}")`,
    );
    const { records } = await served(file);
    expect(records.map(({ createdDate }) => createdDate?.slice(0, 10))).toEqual(["2026-10-01", "2026-10-02"]);
  });
});

it("a .csv.zst is refused in words", async () => {
  const file = await written(
    "packed.csv.zst",
    `SELECT 'R1' AS id, ${DAY}`,
    "FORMAT csv, HEADER, COMPRESSION zstd",
  );
  await expect(served(file)).rejects.toThrow(/packed\.csv\.zst is packed with zstd\. Unpack it first/);
});

it.each([
  ["csv", (rows: string[][]) => rows.map((cells) => cells.join(",")).join("\n")],
  [
    "jsonl",
    (rows: string[][]) =>
      jsonRows(rows)
        .map((row) => JSON.stringify(row))
        .join("\n"),
  ],
])("codes that stand for one market are one, in %s", async (kind, write) => {
  const codes = ["UK", "gb", "GB", "AN", "CW", "CS", "RS", "YU"];
  const rows = [
    ["id", "customerMarket", "createdDate"],
    ...codes.map((code, at) => [`${at}`, code, "2026-10-01"]),
  ];
  const { records } = await ofText(`markets.${kind}`, write(rows));
  const counted = records.map(({ customerMarket }) => customerMarket?.toUpperCase());
  expect(counted).toEqual(["GB", "GB", "GB", "CW", "CW", "RS", "RS", "RS"]);
});

function jsonRows([header = [], ...rows]: string[][]): object[] {
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [header[at] ?? "", cell])));
}

it.each(["lines.jsonl", "array.json"])("NaN and a comma too many are no JSON: %s", async (name) => {
  const objects = [
    '{"id":"1","createdDate":"2026-10-01"}',
    '{"id":"2","customerName":NaN}',
    '{"id":"3",}',
    '{"id":"4"}',
  ];
  const text = name === "array.json" ? `[${objects.join(",\n")}]` : objects.join("\n");
  const { records, health } = await ofText(name, text);
  expect(ids(records)).toEqual(["1", "4"]);
  expect(health).toMatchObject({
    refused: 2,
    refusedLines: [{ line: 2, reason: "invalid-json" }, { line: 3 }],
  });
});

it.each(["halves.jsonl", "halves.json"])(
  "half a surrogate pair does not refuse a record: %s",
  async (name) => {
    const objects = [
      '{"id":"1","createdDate":"2026-10-01","customerName":"A\\ud83dB"}',
      '{"id":"2","customerName":"\\ude00"}',
    ];
    const { records } = await ofText(
      name,
      name.endsWith("l") ? objects.join("\n") : `[${objects.join(",")}]`,
    );
    expect(names(records)).toEqual(["A\ufffdB", "\ufffd"]);
  },
);

it.each([
  [",", ", "],
  [";", " ; "],
])("blanks around %s are no part of a value", async (delimiter, written) => {
  const lines = [
    "id,status,customerName,createdDate",
    "1,Won,Adler GmbH,2026-10-01",
    '2,Lost,"a b",2026-10-02',
  ];
  const { records } = await ofText(
    `blanks-${delimiter.charCodeAt(0)}.csv`,
    lines.map((line) => line.replaceAll(",", written)).join("\n"),
  );
  expect(
    records.map(({ id, status, customerName, createdDate }) => [id, status, customerName, createdDate]),
  ).toEqual([
    ["1", "Won", "Adler GmbH", "2026-10-01T00:00:00"],
    ["2", "Lost", "a b", "2026-10-02T00:00:00"],
  ]);
});

it.each([
  [
    "json",
    '[{"id":"1","createdDate":"2026-10-01","Status":null,"status":"Won"},{"id":"2","Status":"Lost","status":""}]',
  ],
  [
    "jsonl",
    '{"id":"1","createdDate":"2026-10-01","Status":null,"status":"Won"}\n{"id":"2","Status":"Lost","status":""}',
  ],
  ["csv", "id,Status,status,createdDate\n1,,Won,2026-10-01\n2,Lost,,\n"],
])("of two columns for one field the filled one wins in %s", async (kind, text) => {
  const { records } = await ofText(`two.${kind}`, text);
  expect(records.map(({ status }) => status)).toEqual(["Won", "Lost"]);
});

it("a list that the dashboard exported for a German Excel gives the same referrals", async () => {
  const lines = [
    "Kunde;Ergebnis;Ergebnis (Code);Erstellt;Antwortzeit (Stunden);Geschlossen;Kundenmarkt;Kundenmarkt (Code);ID;Ursprünglicher Status;Geschäftswert;Währung",
    "'=1+1;Gewonnen;won;2026-10-01T08:00:00.500Z;26,25;2026-10-20T00:00:00Z;Deutschland;DE;R1;Won;1234567,5;EUR",
    '"Müller; Söhne";Verloren;lost;2026-10-02;0,5;2026-11-03;Vereinigtes Königreich;GB;R2;LOST;99;GBP',
    "''-x;Offen, neu;open-new;2026-10-03;;;Kein Markt;;R3;Pending;;",
  ];
  const { records, extras, health } = await ofText("empfehlungen.csv", `\ufeff${lines.join("\r\n")}\r\n`);
  expect(health.tables[0]).toMatchObject({ format: "own-list", unknownColumns: [], notes: [] });
  const rows = records.map((one) => [
    one.id,
    one.customerName,
    one.status,
    one.customerMarket,
    one.createdDate,
    one.wonDate,
    one.lostDate,
  ]);
  expect(rows).toEqual([
    ["R1", "=1+1", "Won", "DE", "2026-10-01T08:00:00.500", "2026-10-20T00:00:00", null],
    ["R2", "Müller; Söhne", "LOST", "GB", "2026-10-02T00:00:00", null, "2026-11-03T00:00:00"],
    ["R3", "'-x", "Pending", null, "2026-10-03T00:00:00", null, null],
  ]);
  expect(extras.map(({ dealValue, currency }: Record<string, unknown>) => [dealValue, currency])).toEqual([
    [null, null],
    [99, "GBP"],
    [1_234_567.5, "EUR"],
  ]);
});
