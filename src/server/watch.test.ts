import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { sourceFacts } from "#files/import/source-facts.ts";
import { addDays } from "#lib/calendar.ts";
import { readWatchRules, type WatchRule } from "#referrals/watch/watch-rule.ts";
import { openStore } from "./backend.ts";
import { buildProgram } from "./testing/build-program.ts";
import { watchReport } from "./watch/watch-report.ts";

/** Statuses, each with the date that goes with it. */
const ENDS = {
  Won: "wonDate",
  Lost: "lostDate",
  Expired: "expiredDate",
  Declined: "declinedDate",
  New: null,
};
const COLUMNS = "id,status,customerMarket,createdDate,wonDate,lostDate,expiredDate,declinedDate".split(",");
const DATA_DAY = "2024-05-15";

type Line = Record<string, string>;

/** Referrals of half a year, by a fixed seed. */
const LINES: readonly Line[] = fc
  .sample(
    fc
      .record({
        status: fc.constantFrom(...(Object.keys(ENDS) as (keyof typeof ENDS)[])),
        market: fc.constantFrom("DE", "us", "FR", ""),
        created: fc.nat(120),
        took: fc.nat(14),
      })
      .map(({ status, market, created, took }): Line => {
        const day = addDays("2024-01-01", created);
        const end = ENDS[status];
        const dates = { createdDate: day, ...(end && { [end]: addDays(day, took) }) };
        return { status, customerMarket: market, ...dates };
      }),
    { numRuns: 400, seed: 7 },
  )
  .map((line, at) => ({ ...line, id: String(at) }));

const csv = (columns: readonly string[]) =>
  [columns, ...LINES.map((line) => columns.map((name) => line[name] ?? ""))]
    .map((cells) => cells.join(","))
    .join("\n");

let folder = "";
let program = "";
const pathOf = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "watch-test-"));
  program = fileURLToPath(await buildProgram("src/server/watch.ts"));
  await writeFile(pathOf("all.csv"), csv(COLUMNS));
  await writeFile(pathOf("few.csv"), csv(["id", "createdDate", "customerMarket"]));
});
afterAll(() => rm(folder, { recursive: true }));

const EVENTS = { created: "createdDate", won: "wonDate", lost: "lostDate", expired: "expiredDate" } as const;

/** Days of each interval that is over, latest first, found by walking back. */
function finished({ interval }: WatchRule): string[][] {
  const isMonth = interval === "month";
  const nameOf = (day: string) => (isMonth ? day.slice(0, 7) : weekOf(day));
  const groups: string[][] = [];
  for (let day = addDays(DATA_DAY, 40); day > "2023-06-01"; day = addDays(day, -1)) {
    const last = groups.at(-1);
    if (last?.[0] && nameOf(last[0]) === nameOf(day)) last.push(day);
    else groups.push([day]);
  }
  return groups.filter(([last = ""]) => last <= DATA_DAY);
}

const weekOf = (day: string) => String(Math.floor((Date.parse(day) / 86_400_000 + 3) / 7));

/** Counts record by record. */
function expected(rule: WatchRule): string {
  const field = EVENTS[rule.figure as keyof typeof EVENTS];
  const verdicts = finished(rule)
    .slice(0, rule.inARow)
    .map((days) => {
      if ((days.at(-1) ?? "") < "2024-01-01") return null;
      const count = LINES.filter(
        (line) =>
          days.includes(line[field] ?? "") &&
          (rule.markets.length === 0 || rule.markets.includes((line.customerMarket ?? "").toUpperCase())),
      ).length;
      return rule.comparison === "over" ? count > (rule.threshold ?? 0) : count < (rule.threshold ?? 0);
    });
  if (verdicts.includes(false)) return "quiet";
  return verdicts.includes(null) ? "not-judged" : "fired";
}

const anyRule = fc
  .record({
    figure: fc.constantFrom(...Object.keys(EVENTS)),
    markets: fc.constantFrom([], ["DE"], ["US", ""]),
    comparison: fc.constantFrom("over", "under"),
    threshold: fc.nat(30),
    interval: fc.constantFrom("week", "month"),
    inARow: fc.integer({ min: 1, max: 6 }),
  })
  .map((rule) => (readWatchRules(JSON.stringify([rule])) as WatchRule[])[0] as WatchRule);

describe("rules without the page", () => {
  it("fire as a count over the records says", async () => {
    const settings = readServerSettings({ REFERRALS_FILE: pathOf("all.csv"), AS_OF: DATA_DAY });
    const { store, report, time } = await openStore(settings, () => {});
    if (!time) throw new Error("The files have a time.");
    const rules = fc.sample(anyRule, 60);
    const facts = sourceFacts(report, time, settings);
    const judged = await watchReport(store, "all.csv", facts, rules, []).finally(store.close);
    expect(judged.rules.map(({ verdict }) => verdict.kind)).toEqual(rules.map(expected));
  });

  const run = async (file: string, rules: unknown) => {
    await writeFile(pathOf("rules.json"), JSON.stringify(rules));
    const env = {
      ...process.env,
      REFERRALS_FILE: pathOf(file),
      WATCH_RULES: pathOf("rules.json"),
      AS_OF: DATA_DAY,
    };
    return new Promise<{ code: unknown; out: string; errors: string }>((done) => {
      execFile(process.execPath, [program], { env }, (error, out, errors) => {
        done({ code: error?.code ?? 0, out, errors });
      });
    });
  };

  it("end with 3 when one fires, 0 when none does, 4 when the files cannot decide, 1 when the file is wrong", async () => {
    const rule = { figure: "won", comparison: "over", threshold: 0, interval: "month" };
    const fired = await run("all.csv", [rule, { ...rule, threshold: 999 }]);
    expect(fired.code).toBe(3);
    expect(JSON.parse(fired.out)).toMatchObject({
      fired: 1,
      notJudged: 0,
      dataTime: "2024-05-16T00:00:00.000Z",
    });
    expect((await run("all.csv", [{ ...rule, threshold: 999 }])).code).toBe(0);
    const lacking = await run("few.csv", [rule]);
    expect(lacking.code).toBe(4);
    expect(lacking.errors).toContain("Rule 1 can't be judged: the files lack wonDate");
    const wrong = await run("all.csv", [{ ...rule, figure: "revenue" }]);
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain("rule 1: figure must be one of created");
  });
});
