import { describe, expect, test, vi } from "vitest";
import { fileRows, isWholeSource, tablesAtLimit } from "#config/source-facts.ts";
import { rejectedRows } from "#files/import/import-report.ts";
import { sourceFacts } from "#files/import/source-facts.ts";
import { LoadError } from "./load-error.ts";
import type { LoadReport } from "./store.ts";
import { loadFile, loadFolder } from "./testing/load-folder.ts";

// Each load opens an engine of its own.
vi.setConfig({ testTimeout: 60_000 });
const { pathOf, loadText } = loadFolder();
/** The rejected rows of the only table: their number, and the first lines and reasons. */
const rejectedOf = ({ tables }: LoadReport) => {
  const { count, first } = rejectedRows(tables);
  return { count, lines: first.map(({ line, reason }) => [line, reason]) };
};

describe("what is no record is refused with its line and the reason, and the rest loads", () => {
  test("CSV lines with too few or too many cells, counted as an editor counts", async () => {
    const text = 'id,status\n1,Won\n"2","two\nlines"\n3\n4,Lost,,x\n5,New\n6,"open\n';
    const { report } = await loadText("refused.csv", text);
    expect(report.loaded).toBe(3);
    expect(rejectedOf(report)).toEqual({
      count: 3,
      lines: [
        [5, "too-few-cells"],
        [6, "too-many-cells"],
        [8, "unclosed-quote"],
      ],
    });
  });

  test("JSON lines that do not parse or are no object; blank lines are nothing", async () => {
    const text = '{"id":"1"}\n\n{"id":\n[1]\n  \n"id"\n{"id":"2"}\n\n';
    const { report, records } = await loadText("refused.jsonl", text);
    expect(records.map(({ id }) => id)).toEqual(["1", "2"]);
    const lines = [3, 4, 6].map((line) => [line, "invalid-json"]);
    expect(rejectedOf(report)).toEqual({ count: 3, lines });
  });

  test("items of an array that are no objects", async () => {
    const { report } = await loadText("refused.json", '[1,\n {"id":"1"}, null, {"id":"2"}, "x"]');
    expect(report.loaded).toBe(2);
    expect(rejectedOf(report).lines.map(([line]) => line)).toEqual([1, 3, 5]);
  });

  test("bytes that are not UTF-8 are read as what they are", async () => {
    const lines = [Buffer.from('{"id":"1"}\n{"id":"'), Buffer.from([0xe4]), Buffer.from('"}\n{"id":"2"}\n')];
    const { report, records } = await loadText("bytes.jsonl", Buffer.concat(lines));
    expect(records.map(({ id }) => id)).toEqual(["1", "2", "ä"]);
    expect(report.tables[0]?.notes).toEqual([
      { code: "encoding-assumed", params: { encoding: "windows-1252" } },
    ]);
  });

  test("only the first hundred are listed, and the first lines of each reason", async () => {
    const { report } = await loadText("many.csv", `id,status\n1,New\n${"x\n".repeat(150)}1,2,3\n`);
    const { count, lines } = rejectedOf(report);
    expect([report.loaded, count, lines.length]).toEqual([1, 151, 100]);
    const { byReason } = report.tables[0]?.rejected ?? {};
    expect(byReason?.["too-few-cells"]).toMatchObject({ count: 150, lines: { length: 20 } });
    expect(byReason?.["too-many-cells"]).toEqual({ count: 1, lines: [153] });
  });
});

describe("the rows of files are counted as they stand there", () => {
  const LEADS = "Referral ID,Creation Date,Updated Date,Status,Lead Source,Customer Country,Lead value";
  const lead = (id: string) => `${id},11/1/2026,11/2/2026,Won,Appsource,US,500`;
  const leads = (ids: readonly string[]) => [LEADS, ...ids.map(lead)].join("\n");
  const factsOf = ({ report }: { report: LoadReport }) =>
    sourceFacts(report, { at: 0, origin: "clock" }, { maxLostShare: 0.05, firstPlausible: 0 });

  test("so a download at the limit is cut, also with an ID twice", async () => {
    const ids = Array.from({ length: 4999 }, (_, at) => `R-${at}`);
    const facts = factsOf(await loadText("leads.csv", leads([...ids, "R-7"])));
    expect(facts).toMatchObject({ loaded: 4999, tables: [{ rows: 5000 }] });
    expect(tablesAtLimit(facts).map(({ name }) => name)).toEqual(["leads.csv"]);
    expect(isWholeSource(facts)).toBe(false);
    expect(tablesAtLimit(factsOf(await loadText("fewer.csv", leads(ids))))).toEqual([]);
  });

  test("and lost ones are a share of them, not of the referrals that several rows describe", async () => {
    await loadText("first.csv", leads(["A", "B", "C", "D"]));
    await loadText("second.csv", `${leads(["A", "B", "C", "D"])}\nshort`);
    const facts = factsOf(await loadFile(["first.csv", "second.csv"].map(pathOf)));
    expect([facts.loaded, facts.rejected, fileRows(facts)]).toEqual([4, 1, 9]);
    expect(isWholeSource({ ...facts, maxLostShare: 1 / 9 })).toBe(true);
    expect(isWholeSource({ ...facts, maxLostShare: 0.1 })).toBe(false);
  });

  test("without those that say nothing but amounts; those without an ID are told", async () => {
    const { report } = await loadText(
      "sums.csv",
      `${leads(["A", "B"])}\n,,,,,,1000\n${lead("")}\n,,,,,,500\n`,
    );
    expect([report.loaded, report.tables[0]?.rows]).toEqual([3, 3]);
    expect(report.tables[0]?.notes).toEqual([
      { code: "rows-of-amounts", params: { count: 2, line: 4 } },
      { code: "rows-without-id", params: { count: 1, line: 5 } },
    ]);
  });

  test("by the fast reader of plain files, too", async () => {
    const facts = factsOf(
      await loadText("plain.csv", "id,status,createdDate\n1,Won,2026-05-01\n2,New,2026-05-02\n"),
    );
    expect([facts.tables.map(({ rows }) => rows), fileRows(facts)]).toEqual([[2], 2]);
  });
});

describe("a file that cannot be loaded at all is one sentence", () => {
  test.each([
    ["empty.csv", " \n", /is empty/],
    ["other.csv", "name,amount\nx,1\n", /is in no known format. Its columns: "name", "amount"/],
    ["page.html", "<!doctype html><title>Sign in</title>", /is a web page/],
    [
      "short.csv",
      "id,status\n1\n2\n",
      /none of the 2 lines .* \(line 2: fewer values than the header \(1 instead of 2\)\)/,
    ],
    ["PAR1.parquet", "PAR1 but not really", /damaged/],
    ["packed.csv.gz", Buffer.from([0x1f, 0x8b, 8, 0]), /packed\.csv\.gz/],
  ])("%s", async (name, text, sentence) => {
    const loading = loadText(name, text);
    await expect(loading).rejects.toThrow(LoadError);
    await expect(loading).rejects.toThrow(sentence);
  });

  test.each([
    ["broken.json", '[{"id":"1"},\n{"id":'],
    ["broken-answer.json", '{"Value":[{"id":"1"},{"id":'],
  ])(
    "but of %s, which is cut off, the whole records are read and the rest is counted",
    async (name, text) => {
      const { report, records } = await loadText(name, text);
      expect(records.map(({ id }) => id)).toEqual(["1"]);
      expect(rejectedOf(report).count).toBe(1);
    },
  );

  test("a missing file", async () => {
    await expect(loadFile(pathOf("nowhere.csv"))).rejects.toThrow(/nowhere\.csv does not exist/);
  });

  test("a folder", async () => {
    await expect(loadFile(pathOf("."))).rejects.toThrow(/is not a file/);
  });
});

test("lines longer than any buffer, and every second line short, are counted to the last one", async () => {
  const line = (id: string, size: number) =>
    `${id},Won,US,${"x".repeat(size)},1to9employees,US,2026-05-01T00:00:00\n`;
  const head = "id,status,customerMarket,customerName,customerOrgSize,partnerMarket,createdDate\n";
  const long = await loadText("long.csv", head + line("1", 1) + line("2", 33_000_000) + line("3", 1));
  expect(rejectedOf(long.report)).toEqual({ count: 1, lines: [[3, "line-too-long"]] });
  expect(long.records.map(({ id }) => id)).toEqual(["1", "3"]);
  const pairs = Array.from({ length: 25_000 }, (_, at) => `${line(`${at}`, 1)}s${at},Won\n`);
  const short = await loadText("short.csv", head + pairs.join(""));
  expect(short.report.loaded).toBe(25_000);
  expect(rejectedOf(short.report)).toMatchObject({ count: 25_000, lines: { 0: [3, "too-few-cells"] } });
});
