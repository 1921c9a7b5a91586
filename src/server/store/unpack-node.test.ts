import { gzipSync as gzipNode } from "node:zlib";
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openTables } from "#files/decode/open-tables.ts";
import { unpackWithFflate } from "#files/decode/unpack.ts";
import type { Unpack } from "#files/raw-table.ts";
import { bytesOf, readFile, readWhole, scoreOf } from "#files/testing/read-file.ts";
import { unpackWithZlib } from "./file-bytes.ts";

const CSV = "id,status\nR1,Won\nR2,Lost\n";
const ROWS = [
  [2, "R1", "Won"],
  [3, "R2", "Lost"],
];

const UNPACKERS: [string, Unpack][] = [
  ["fflate", unpackWithFflate],
  ["zlib", unpackWithZlib],
];

describe.each(UNPACKERS)("an archive, unpacked with %s", (_, unpack) => {
  const open = (bytes: Uint8Array, name = "a.zip") =>
    openTables(bytesOf(bytes, name), { headerScore: scoreOf, unpack });

  it("is gzip, of one member or several", async () => {
    const one = await readFile(gzipSync(strToU8(CSV)), { unpack, name: "a.csv.gz" });
    expect([one.table.name, one.rows]).toEqual(["a.csv", ROWS]);
    const members = [gzipNode("id,status\nR1,Won\n"), gzipNode("R2,Lost\n")];
    expect((await readFile(Buffer.concat(members), { unpack })).rows).toEqual(ROWS);
  });

  it("holds several files, of which those without a table are named", async () => {
    const bytes = zipSync({
      "leads/one.csv": strToU8(CSV),
      "stored.json": [strToU8('[{"id":"R3"}]'), { level: 0 }],
      "übrig.csv.gz": gzipSync(strToU8(CSV)),
      "read me.txt": strToU8("Dear all\n"),
      "__MACOSX/one.csv": strToU8("x"),
      "leads/.DS_Store": strToU8("x"),
    });
    const tables = await Promise.all((await open(bytes)).map(readWhole));
    expect(tables.map(({ table, rows }) => [table.name, rows.length])).toEqual([
      ["a.zip!leads/one.csv", 2],
      ["a.zip!stored.json", 1],
      ["a.zip!übrig.csv", 2],
    ]);
    expect(tables[0]?.rows).toEqual(ROWS);
    const leftOut = { file: "a.zip!read me.txt", reason: "no-table" };
    expect(tables[0]?.notes).toEqual([{ code: "file-left-out", params: leftOut }]);
  });

  it("holds texts that are no tables, which nobody is asked about; a table of unknown columns stays one", async () => {
    const bytes = zipSync({
      "readme.txt": strToU8("hello there, this is a readme\n"),
      "letter.txt": strToU8("Dear all,\nhere are the leads, as asked for.\nBest, Ann, sales\n"),
      "deals.txt": strToU8("Deal\tWhere\n1\tGermany\n2\tFrance\n"),
      "uneven.csv": strToU8("Deal,Where\n1,Germany,x\n2,France\n"),
      "one.csv": strToU8(CSV),
    });
    const tables = await open(bytes);
    expect(tables.map(({ name }) => name)).toEqual(["a.zip!deals.txt", "a.zip!uneven.csv", "a.zip!one.csv"]);
    expect(tables[0]?.notes.map(({ params }) => params.file)).toEqual([
      "a.zip!readme.txt",
      "a.zip!letter.txt",
    ]);
  });

  it("has bytes before and behind it", async () => {
    const bytes = Buffer.concat([
      Buffer.alloc(4),
      zipSync({ "one.csv": strToU8(CSV) }),
      Buffer.alloc(500, 32),
    ]);
    bytes.set([0x50, 0x4b, 3, 4]);
    const [table] = await open(bytes);
    expect(table && (await readWhole(table)).rows).toEqual(ROWS);
  });

  it.each([
    ["damaged-archive", gzipSync(strToU8(CSV.repeat(50))).slice(0, -12)],
    ["damaged-archive", zipSync({ "one.csv": strToU8(CSV) }).slice(0, -30)],
    ["no-files-in-archive", zipSync({ "folder/": new Uint8Array() })],
    ["nested-archive", zipSync({ "in.zip": zipSync({ "one.csv": strToU8(CSV) }) })],
    ["nested-archive", gzipSync(gzipSync(strToU8(CSV)))],
    ["encrypted-archive", withFlag(zipSync({ "one.csv": strToU8(CSV) }), 1)],
    [
      "open-document",
      zipSync({ mimetype: strToU8("application/vnd.oasis"), "content.xml": strToU8("<a/>") }),
    ],
    ["binary-excel", zipSync({ "xl/workbook.bin": strToU8("x") })],
    ["empty", gzipSync(new Uint8Array())],
    ["archive-too-dense", gzipSync(new Uint8Array(20_000_000))],
    ["archive-too-dense", zipSync({ "a.csv": new Uint8Array(20_000_000) })],
    ["archive-too-large", withSize(zipSync({ "a.csv": strToU8(CSV) }), 2 ** 31 + 1)],
  ])("is refused as %s (%#)", async (code, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({ code });
  });
});

/** The start of a small archive's directory. */
const directoryOf = (bytes: Uint8Array) => Buffer.from(bytes).indexOf("PK\x01\x02");

function withFlag(bytes: Uint8Array, flag: number): Uint8Array {
  const at = directoryOf(bytes) + 8;
  bytes[at] = (bytes[at] ?? 0) | flag;
  return bytes;
}

function withSize(bytes: Uint8Array, size: number): Uint8Array {
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directoryOf(bytes) + 24, size, true);
  return bytes;
}
