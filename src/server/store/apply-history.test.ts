import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { sourceFacts } from "#files/import/source-facts.ts";
import { loadFile, loadFolder } from "./testing/load-folder.ts";

const FIXTURES = new URL("../../../e2e/fixtures/partner-files/", import.meta.url);
const fixture = (name: string) => readFile(new URL(name, FIXTURES), "utf8");
const { pathOf, loadText } = loadFolder();
const [NOV_20, NOV_27] = [Date.UTC(2026, 10, 20, 8), Date.UTC(2026, 10, 27, 8)];

/** Loads a text as if it had been written and imported at this time. */
async function importAt(name: string, text: string, now: number, history: string, written = now) {
  await loadText(name, text);
  await utimes(pathOf(name), written / 1000, written / 1000);
  return loadFile(pathOf(name), { now, history });
}

it("gives changes between two downloads their dates, and keeps what the newer one lacks", async () => {
  const history = pathOf("deals-history");
  const older = await fixture("cosell-insights-download.csv");
  const lines = older.split("\n").filter((line) => !line.startsWith("c0000000-0000-4000-8000-000000000003"));
  const newer = lines
    .map((line) => {
      if (line.startsWith("c0000000-0000-4000-8000-000000000006")) return line.replace("Pending", "Accepted");
      return line.startsWith("c0000000-0000-4000-8000-000000000008")
        ? line.replace("Accepted", "Lost")
        : line;
    })
    .join("\n");
  const first = await importAt("deals.csv", older, NOV_20, history);
  expect(first.report.capabilities.limits.acceptedDate?.state).toBe("absent");
  const { report, records } = await importAt("deals.csv", newer, NOV_27, history);
  const middle = new Date((NOV_20 + NOV_27) / 2).toISOString().slice(0, 19);
  const deal = (number: number) => records.find(({ id }) => id?.endsWith(`-00000000000${number}`));
  expect(deal(6)).toMatchObject({ status: "Accepted", acceptedDate: middle });
  expect(deal(8)).toMatchObject({ status: "Lost", lostDate: middle, acceptedDate: null });
  expect(deal(3)).toMatchObject({ status: "Declined", declinedDate: null });
  expect(records.length).toBe(8);
  // The middle is no date of the file, so it is not its newest one.
  expect(report.newest).toBe(first.report.newest);
  const facts = sourceFacts(
    report,
    { at: NOV_27, origin: "clock" },
    { maxLostShare: 0.05, firstPlausible: 0 },
  );
  expect(facts).toMatchObject({
    loaded: 8,
    tables: [{ rows: 7 }],
    history: { imports: 2, first: NOV_20, last: NOV_27, problem: null },
    imprecise: { acceptedDate: 1, lostDate: 1 },
    limits: {
      acceptedDate: { state: "partly", reason: "between-imports" },
      lostDate: { state: "partly" },
      expiredDate: { state: "absent" },
    },
  });
  expect(facts.extras.map(({ field }) => field)).not.toContain("lostDateFrom");
});

it("keeps a file once, however often the server starts with it", async () => {
  const history = pathOf("leads-history");
  const text = await fixture("leads-insights-download.csv");
  await importAt("leads.csv", text, NOV_27, history, NOV_20 + 5 * 86_400_000);
  const files = () => readdir(history);
  expect((await files()).length).toBe(1);
  await importAt("leads.csv", text, NOV_27 + 5000, history, NOV_20 + 5 * 86_400_000);
  expect((await files()).length).toBe(1);
});

it("writes down nothing of the persons in a file", async () => {
  const history = pathOf("contacts-history");
  await importAt(
    "opportunities.csv",
    await fixture("cosell-opportunities-download.csv"),
    NOV_20,
    history,
  ).catch(() => {});
  const [name = ""] = await readdir(history);
  const written = gunzipSync(await readFile(join(history, name))).toString();
  expect(written).toContain("Contoso Bakeries");
  expect(written).not.toMatch(/contact\d|@|\+1555|No\. \d/);
});
