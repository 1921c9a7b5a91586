import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { gzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blobBytes } from "../blob-bytes.ts";
import { openTables } from "./open-tables.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parquet-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The bytes of a file that the engine writes of a query. */
async function written(select: string, options = ""): Promise<Uint8Array> {
  const path = join(folder, "written.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet${options})`);
  connection.closeSync();
  instance.closeSync();
  return new Uint8Array(await readFile(path));
}

async function rowsOf(bytes: Uint8Array<ArrayBuffer>, name = "some.parquet") {
  const [table] = await openTables(blobBytes(new Blob([bytes]), name), { headerScore: () => 1 });
  if (!table) throw new Error("no table");
  const rows: (readonly (string | null)[])[] = [];
  // Twice, as an import does.
  for (let time = 0; time < 2; time++) {
    rows.length = 0;
    for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells));
  }
  return { header: table.header, rows };
}

const cellOf = async (select: string, options?: string) =>
  (await rowsOf((await written(`SELECT ${select} AS id`, options)) as Uint8Array<ArrayBuffer>)).rows[0]?.[0];

it.each([
  ["12345::DOUBLE", "12345"],
  ["27100.5::DOUBLE", "27100.5"],
  ["27100.3::FLOAT", "27100.3"],
  ["16777216::FLOAT", "16777216"],
  // It has lost digits, and is refused where it is an id.
  ["1610521604143693812::DOUBLE", "1.6105216041436938e+18"],
  ["12345::DECIMAL(18, 2)", "12345"],
  ["-12345.50::DECIMAL(18, 2)", "-12345.50"],
  ["0.05::DECIMAL(4, 2)", "0.05"],
  ["-12345678901234567890123456789012345.67::DECIMAL(38, 2)", "-12345678901234567890123456789012345.67"],
  ["9007199254740993::BIGINT", "9007199254740993"],
  ["18446744073709551615::UBIGINT", "18446744073709551615"],
  ["true", "true"],
  ["encode('Zürich 東京')", "Zürich 東京"],
  ["'\"R-7\"'::JSON", "R-7"],
  ["'1610521604143693812'::JSON", "1610521604143693812"],
  ["['Backup', NULL, 'Archive']", "Backup; Archive"],
  ["DATE '2026-10-01'", "2026-10-01T00:00:00.000"],
  ["TIMESTAMP '2026-10-01 09:30:00.123456'", "2026-10-01T09:30:00.123"],
  ["TIMESTAMP '1969-12-31 23:59:59.9995'", "1969-12-31T23:59:59.999"],
  ["'n/a'", null],
  ["NULL::INTEGER", null],
])("%s is read as %s", async (select, text) => {
  expect(await cellOf(select)).toBe(text);
});

it.each(["snappy", "gzip", "zstd", "uncompressed"])("%s is unpacked, group by group", async (codec) => {
  const bytes = await written(
    "SELECT i::VARCHAR AS id, repeat('Contoso ', 5) || i AS customerName FROM range(5000) AS t(i)",
    `, COMPRESSION ${codec}, ROW_GROUP_SIZE 2048`,
  );
  const { header, rows } = await rowsOf(bytes as Uint8Array<ArrayBuffer>);
  expect(header).toEqual(["id", "customerName"]);
  expect(rows.length).toBe(5000);
  expect(rows[4999]).toEqual(["4999", `${"Contoso ".repeat(5)}4999`]);
});

it.each(["brotli", "lz4_raw"])("%s is said", async (codec) => {
  const bytes = await written("SELECT repeat('a', 100) AS id", `, COMPRESSION ${codec}`);
  await expect(rowsOf(bytes as Uint8Array<ArrayBuffer>)).rejects.toMatchObject({
    code: "parquet-codec",
    params: { codec: codec.toUpperCase() },
  });
});

it("is read within an archive; one that is cut is damaged", async () => {
  const bytes = await written("SELECT 'R1' AS id");
  expect((await rowsOf(gzipSync(bytes), "packed.parquet.gz")).rows).toEqual([["R1"]]);
  for (const length of [4, 60, bytes.length - 1])
    await expect(rowsOf(bytes.slice(0, length))).rejects.toMatchObject({ code: "damaged-archive" });
});
