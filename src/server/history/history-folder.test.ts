import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { decodeRecord } from "#files/records/record-codec.ts";
import { type Recorded, recordImport } from "./history-folder.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "history-test-"));
  folders.push(folder);
  return folder;
}

const START = Date.UTC(2026, 10, 3);
const DAY = 86_400_000;
function record(id: string, status: string): ImportedRecord {
  return decodeRecord([
    [id, status, "DE", "Café “Ä”", null, null],
    [],
    0,
    { dealValue: 1.5, solutions: ["a"] },
  ]);
}
const imported = (day: number, ...rows: [string, string][]) => ({
  at: START + day * DAY,
  asOf: START + day * DAY,
  records: rows.map((row) => record(...row)),
  isWhole: false,
});
const rangeOfFirst = ({ sightings: [first] }: Awaited<ReturnType<typeof recordImport>>) => [
  first?.record.extra.wonDateFrom,
  first?.record.extra.wonDateTo,
];
const idsOf = ({ sightings }: Pick<Recorded, "sightings">) =>
  Array.from(sightings, ({ record: { terms } }) => terms.id);

describe("the folder of the history", () => {
  it("keeps each import in a file that its owner alone can read, and no import twice", async () => {
    const folder = join(await newFolder(), "not", "there", "yet");
    await recordImport(folder, imported(0, ["a", "New"], ["b", "New"]));
    const again = await recordImport(folder, { ...imported(1, ["a", "New"], ["b", "New"]), asOf: START });
    expect(again.facts).toEqual({ imports: 1, first: START, last: START, problem: null });
    const second = await recordImport(folder, imported(7, ["a", "Won"]));
    expect(rangeOfFirst(second)).toEqual([START, START + 7 * DAY]);
    expect(idsOf(second)).toEqual(["a", "b"]);
    expect(second.facts).toEqual({ imports: 2, first: START, last: START + 7 * DAY, problem: null });
    expect([again.sentences, second.sentences]).toEqual([[], []]);
    const names = await readdir(folder);
    expect(names.toSorted()).toEqual([
      "history-20261103T000000000Z.jsonl.gz",
      "history-20261110T000000000Z.jsonl.gz",
    ]);
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const third = await recordImport(folder, imported(8, ["b", "Lost"]));
    expect([...third.sightings][1]).toEqual([...second.sightings][0]);
  });

  it("keeps eight files however many imports there were", async () => {
    const folder = await newFolder();
    for (let day = 0; day < 12; day++) await recordImport(folder, imported(day, [`r${day}`, "New"]));
    expect((await readdir(folder)).length).toBe(8);
    const { sightings, facts } = await recordImport(folder, imported(13, ["r0", "Won"]));
    expect([[...sightings].length, facts.imports]).toEqual([12, 13]);
    expect([...sightings][0]?.record.extra).toMatchObject({
      wonDateFrom: START,
      wonDateTo: START + 13 * DAY,
    });
  });

  it("uses the import before a damaged one, and says so", async () => {
    const folder = await newFolder();
    await recordImport(folder, imported(0, ["a", "New"]));
    await recordImport(folder, imported(2, ["a", "Accepted"]));
    const last = join(folder, "history-20261105T000000000Z.jsonl.gz");
    const content = await readFile(last);
    for (const damage of [content.subarray(0, 60), Buffer.from("{}"), Buffer.alloc(0)]) {
      await writeFile(last, damage);
      const { sightings, facts, sentences } = await recordImport(folder, imported(7, ["a", "Won"]));
      expect(facts).toMatchObject({ imports: 2, problem: "damaged-file" });
      expect(sentences).toEqual([
        `HISTORY_DIR: history-20261105T000000000Z.jsonl.gz in ${folder} is damaged; the import before it is used. Remove the file.`,
      ]);
      expect([...sightings][0]?.record.extra).toMatchObject({
        wonDateFrom: START,
        wonDateTo: START + 7 * DAY,
      });
      await rm(join(folder, "history-20261110T000000000Z.jsonl.gz"));
    }
  });

  it("leaves alone what is not its own", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "notes.txt"), "mine");
    const { facts, sentences } = await recordImport(folder, imported(0, ["a", "New"]));
    expect(facts).toMatchObject({ imports: 1, problem: "foreign-file" });
    expect(sentences).toEqual([
      `HISTORY_DIR: notes.txt in ${folder} is no history of imports and is left alone.`,
    ]);
    expect(await readFile(join(folder, "notes.txt"), "utf8")).toBe("mine");
  });

  it("keeps nothing while the clock is behind the last import", async () => {
    const folder = await newFolder();
    await recordImport(folder, imported(0, ["a", "New"], ["b", "New"]));
    await recordImport(folder, imported(7, ["a", "Won"]));
    const { sightings, facts, sentences } = await recordImport(folder, imported(3, ["a", "Won"]));
    expect(facts.problem).toBe("clock");
    expect(sentences).toEqual([
      "HISTORY_DIR: history-20261110T000000000Z.jsonl.gz is of 2026-11-10T00:00:00.000Z, after this machine's clock: it isn't used, and this import isn't kept. Set the clock, or remove the file.",
    ]);
    expect(idsOf({ sightings })).toEqual(["a", "b"]);
    expect((await readdir(folder)).length).toBe(2);
  });

  it("shows the import where the folder can't be written to", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "file"), "");
    const inFile = join(folder, "file", "history");
    const { sightings, facts, sentences } = await recordImport(inFile, imported(0, ["a", "New"]));
    expect([[...sightings].length, facts.problem, sentences.length]).toEqual([1, "not-writable", 1]);
    expect(sentences[0]).toMatch(
      /^HISTORY_DIR: .*history can't be written to \(ENOTDIR\): this import isn't kept\./,
    );
    const [readOnly, stays] = [await newFolder(), imported(7, ["a", "Won"])];
    await recordImport(readOnly, imported(0, ["a", "New"]));
    await chmod(readOnly, 0o500);
    const read = await recordImport(readOnly, stays);
    await chmod(readOnly, 0o700);
    expect(rangeOfFirst(read)).toEqual([START, START + 7 * DAY]);
    // Root may write anywhere.
    expect(read.facts.problem).toBe(process.getuid?.() === 0 ? null : "not-writable");
  });
});
