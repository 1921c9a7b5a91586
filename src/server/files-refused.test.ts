import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoadError } from "./store/load-error.ts";
import { serveFiles } from "./testing/serve-files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-refused-"));
});
afterAll(() => rm(folder, { recursive: true }));

const HEAD = "id,status,customerMarket,createdDate";
const rows = (...lines: string[]) => [HEAD, ...lines, ""].join("\n");
const many = (count: number, line: (at: number) => string) =>
  rows(...Array.from({ length: count }, (_, at) => line(at)));

/** A workbook with only a chart. */
async function chartOnly(): Promise<Uint8Array> {
  const { "xl/worksheets/sheet1.xml": _, ...parts } = unzipSync(
    await writeXlsx({ sheets: [{ name: "Chart" }] }),
  );
  const path = "xl/_rels/workbook.xml.rels";
  const moved = strFromU8(parts[path] ?? new Uint8Array()).replace(
    '/worksheet" Target="worksheets/sheet1',
    '/chartsheet" Target="chartsheets/sheet1',
  );
  return zipSync({ ...parts, [path]: strToU8(moved), "xl/chartsheets/sheet1.xml": strToU8("<chartsheet/>") });
}

const secret = () =>
  writeXlsx({ sheets: [{ name: "S", rows: [["id"], ["R1"]] }], encryption: { password: "secret" } });

describe("a file that cannot be read is refused at the start in one sentence", () => {
  it.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>, RegExp]>([
    [
      "a picture by name of a table",
      "a.csv",
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]),
      /a\.csv is not a table.*Save it as CSV or \.xlsx/,
    ],
    ["a PDF", "b.csv", () => "%PDF-1.7\n1 0 obj\n", /b\.csv is a PDF\. Export the data as CSV/],
    [
      "a web page by name of a workbook",
      "c.xlsx",
      () => "<html><table><tr><td>id</td></tr></table></html>",
      /c\.xlsx is a web page/,
    ],
    ["nothing", "d.csv", () => "", /d\.csv is empty/],
    [
      "a workbook with a password",
      "e.xlsx",
      secret,
      /e\.xlsx is protected with a password\. Save it without one/,
    ],
    ["a workbook of charts alone", "f.xlsx", chartOnly, /f\.xlsx has no worksheet with cells, only charts/],
    [
      "300,000 columns",
      "g.csv",
      () => `id,${Array.from({ length: 299_999 }, (_, at) => `c${at}`).join(",")}\n1`,
      /g\.csv has 300000 columns; at most 16384/,
    ],
    [
      "another table",
      "h.csv",
      () => "first,second\n1,2\n",
      /h\.csv is in no known format\. Its columns: "first", "second".*npm run map/,
    ],
    [
      "ids in scientific notation",
      "i.csv",
      () => many(5, (at) => `1.1${at}E+05,Won,DE,2026-10-01`),
      /ids? .*scientific notation.*Export (the file|it) again/i,
    ],
    [
      "ids that end in zeros",
      "j.csv",
      () => many(5, (at) => `161052160414${at}300000,Won,DE,2026-10-01`),
      /zeros after 15 digits.*spreadsheet/,
    ],
    [
      "dates of mixed orders",
      "k.csv",
      () => rows("1,Won,DE,13/10/2026", "2,Won,DE,10/13/2026"),
      /"createdDate".*day-first.*13\/10\/2026.*month-first.*10\/13\/2026.*DATE_ORDER/,
    ],
    [
      "no created date at all",
      "l.csv",
      () => rows("1,Won,DE,soon", "2,Won,DE,"),
      /none of the 2 records .* created date that can be read/,
    ],
    [
      "an archive inside an archive",
      "m.zip",
      () => zipSync({ "x.zip": zipSync({ "y.csv": strToU8(HEAD) }) }),
      /m\.zip.* archive/,
    ],
    [
      "what unpacks to a thousand times its size",
      "n.csv.gz",
      () => gzipSync(new Uint8Array(20_000_000)),
      /unpacks to more than 1000 times its size and was not opened/,
    ],
    ["a broken JSON", "o.json", () => '{"value": [{"id": 1', /o\.json|none of the/],
  ])("%s", async (_, name, content, sentence) => {
    const file = join(folder, name);
    await writeFile(file, await content());
    const starting = serveFiles(file).then(({ server }) => server.close());
    await expect(starting).rejects.toThrow(LoadError);
    await expect(starting).rejects.toThrow(sentence);
    const message = await starting.catch((error: Error) => error.message);
    expect(message).toMatch(/^REFERRALS_FILE: /);
  });

  it("one line of 200 MB", async () => {
    const file = join(folder, "line.csv");
    const handle = await open(file, "w");
    for (let written = 0; written < 200; written += 1) await handle.write(Buffer.alloc(1_000_000, "x"));
    await handle.close();
    await expect(serveFiles(file)).rejects.toThrow(/Line 1 of line\.csv is longer than \d+ MB/);
  });
});

describe("a file with faults in some rows is read without these, and says so", () => {
  async function served(name: string, text: string | Uint8Array) {
    const file = join(folder, name);
    await writeFile(file, text);
    const { server, records, health, lines } = await serveFiles(file);
    await server.close();
    return { ids: records.map(({ id }) => id).toSorted(), health, lines: lines.join("\n"), records };
  }

  it("a line of 20 MB between others", async () => {
    const { ids, health } = await served(
      "long.csv",
      rows("1,Won,DE,2026-10-01", `${"y".repeat(20_000_000)},Won,DE,2026-10-01`, "3,Won,DE,2026-10-02"),
    );
    expect(ids).toEqual(["1", "3"]);
    expect(health).toMatchObject({
      refused: 1,
      refusedLines: [{ line: 3, reason: "line-too-long" }],
    });
  });

  it("the header again in the middle, where two files were joined by hand", async () => {
    const { ids, health } = await served(
      "joined.csv",
      rows("1,Won,DE,2026-10-01", HEAD, "2,Won,DE,2026-10-02", HEAD),
    );
    expect(ids).toEqual(["1", "2"]);
    expect(health.tables[0].notes).toEqual([{ code: "header-again", params: { count: 2, line: 3 } }]);
  });

  it("two columns for one field: the filled cell counts", async () => {
    const text = "id,Status,status,createdDate\n1,,Won,2026-10-01\n2,Lost,,2026-10-02\n3,,,2026-10-03\n";
    const { records } = await served("double.csv", text);
    expect(records.map(({ status }) => status).toSorted()).toEqual(["Lost", "Won", null]);
  });

  it("JSON numbers over 2^53 keep their digits", async () => {
    const { ids } = await served("big.json", '[{"id": 9007199254740993, "createdDate": "2026-10-01"}]');
    expect(ids).toEqual(["9007199254740993"]);
  });
});
