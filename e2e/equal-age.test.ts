import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { quiet, watchCalls } from "./calls.ts";
import { take } from "./exported-files.ts";
import type { Referral } from "./oracle/csv.ts";
import { outcomeOf } from "./oracle/outcome.ts";
import { asItStood } from "./oracle/standing.ts";
import { answerOf, waitOf } from "./oracle/times.ts";
import { within } from "./oracle/trend-figures.ts";
import { readXlsx } from "./oracle/xlsx.ts";
import { exact, expectQuietConsole, goTo, panel, readColumn, readTable } from "./page.ts";
import { type RunningServer, startServer } from "./start-server.ts";

const DAY = 86_400_000;
const at = (day: string, days = 0) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 19);

let ids = 0;
function one(customerMarket: string, part: Referral): Referral {
  ids += 1;
  return { id: `e${ids}`, status: "New", customerMarket, ...part };
}

/** Two years of a market, a referral every other day: won after 90 days or lost after 40; `prove` gives its end date. */
function years(market: string, prove: (referral: Referral, nth: number) => Referral): Referral[] {
  return Array.from({ length: 360 }, (_, nth) => {
    const created = at("2023-01-02", 2 * nth);
    const isWon = nth % 3 === 0 || (nth > 180 && nth % 3 === 1);
    const ended = at(created, isWon ? 90 : 40);
    return prove(
      one(market, {
        status: isWon ? "Won" : "Lost",
        createdDate: created,
        acceptedDate: at(created, 1),
        [isWon ? "wonDate" : "lostDate"]: ended,
      }),
      nth,
    );
  });
}

const NO_END = { wonDate: null, lostDate: null };
const open = (market: string, day: string) => one(market, { createdDate: day });
const firstDay = { status: "Won", createdDate: "2024-03-01T00:00:00", wonDate: "2024-03-01T00:00:00" };

/** A market each: what may not bring a comparison out of step. */
const WORLDS = {
  // A fifth of the wins of the first year has no date, the second year is whole.
  AT: years("AT", (referral, nth) => (nth < 180 && nth % 15 === 0 ? { ...referral, ...NO_END } : referral)),
  BE: years("BE", (referral) => ({ ...referral, ...NO_END })),
  CH: [open("CH", "2024-05-06T07:08:09")],
  DE: Array.from({ length: 40 }, (_, nth) => open("DE", at("2023-06-01", 12 * nth))),
  ES: Array.from({ length: 40 }, () => one("ES", firstDay)),
  FR: ["2024-02-29T12:00:00", "2023-02-28T12:00:00", "2024-02-28T12:00:00"].map((day) => open("FR", day)),
  GB: [
    one("GB", { status: "Won", createdDate: "2024-05-01T00:00:00", wonDate: "2024-04-01T00:00:00" }),
    one("GB", { status: "Active", createdDate: "2024-05-02T00:00:00", acceptedDate: "2099-01-01T00:00:00" }),
    one("GB", { status: "Lost", createdDate: "2023-05-02T00:00:00", lostDate: "2098-01-01T00:00:00" }),
    one("GB", { status: "Won", createdDate: "2097-01-01T00:00:00", wonDate: "2097-01-02T00:00:00" }),
  ],
} as const;
const REFERRALS = Object.values(WORLDS).flat();
const FILE = join(tmpdir(), `equal-age-${process.pid}.json`);
const PERIOD = { from: "2024-01-01", to: "2024-12-31" };
const BEFORE = { from: "2023-01-01", to: "2023-12-31" };
const SELECTED = `from=${PERIOD.from}&to=${PERIOD.to}&compare=last-year`;

/** The data ends with the day of its newest date; both sides begin 365 days apart. */
const DATA_TIME = Date.parse(at("2023-01-02", 2 * 358 + 91));
const AS_OF = DATA_TIME - 365 * DAY - 1;

let server: RunningServer;
expectQuietConsole();

test.beforeAll(async () => {
  await writeFile(FILE, JSON.stringify(REFERRALS));
  server = await startServer({ file: FILE });
});

test.afterAll(async () => {
  await server.stop();
  await rm(FILE);
});

/** Opens an address, once nothing is on its way any more. */
async function visit(page: Page, path: string): Promise<void> {
  const watched = watchCalls(page);
  await goTo(page, server.url + path);
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  await quiet(watched);
  await expect(page.locator(".panel__loading, .is-old, .panel__note--waiting")).toHaveCount(0);
}

/** The row of a key figure as a table: its change, and the class that colours it. */
async function changeOf(page: Page, figure: string) {
  const table = panel(page, "Key figures").getByRole("table");
  const rows = await readTable(table);
  const nth = rows.findIndex(([name]) => name?.text === figure);
  const cell = table.getByRole("row").nth(nth).locator("td").nth(2);
  const before = rows[nth]?.slice(4).map(exact);
  return {
    text: (await cell.textContent())?.trim(),
    colours: await cell.locator("[class*=change--]").count(),
    before,
  };
}

const wonOf = (referrals: readonly Referral[]) => referrals.filter((one) => outcomeOf(one) === "Won").length;

test("wins without a date make a range of both extremes", async ({ page }) => {
  await visit(page, `/?${SELECTED}&market=AT&as=table`);
  const then = within([...WORLDS.AT], "created", BEFORE);
  const [early, late] = [false, true].map((isLate) =>
    wonOf(then.map((one) => asItStood(one, AS_OF, isLate))),
  );
  const now = wonOf(within([...WORLDS.AT], "created", PERIOD));
  expect(early).toBeGreaterThan((late ?? 0) * 1.1);
  const percent = (old = 0) =>
    ((now - old) / old).toLocaleString("en-US", {
      style: "percent",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
  const won = await changeOf(page, "Won");
  expect(won.before).toEqual([early, wonOf(then)]);
  expect(won.text).toContain(
    `${percent(early)} to ${percent(late)} ${(early ?? 0) - (late ?? 0)} without a date`,
  );
  await expect(page.getByText(/no date shows when they got their outcome/).first()).toBeVisible();
});

test("Markets and Trends show both old rates", async ({ page }) => {
  const then = within([...WORLDS.AT], "created", BEFORE);
  const early = wonOf(then.map((one) => asItStood(one, AS_OF))) / then.length;
  const known = wonOf(then) / then.length;
  expect(known).toBeGreaterThan(early);
  await visit(page, `/markets?${SELECTED}&market=AT&as=table`);
  const ranked = panel(page, "Customer markets").getByRole("table");
  const [ofAge, today] = ["Win rate before, at the same age", "Win rate before, as known today"];
  for (const [column, rate] of [
    [ofAge, early],
    [today, known],
  ] as const)
    expect(await readColumn(ranked, column, ({ value }) => value), column).toEqual({ AT: rate });
  await visit(page, `/trends?${SELECTED}&market=AT&measure=win&grain=year&as=table`);
  const years = page.getByRole("main").getByRole("table").first();
  for (const [column, rate] of [
    ["Last year", early],
    ["Before, as known today", known],
  ] as const)
    expect(Object.values(await readColumn(years, column)), column).toEqual([rate]);
});

/** A panel's workbook: the first row of its table that has a text in its first cell, by column, and the notes about it. */
async function workbookOf(page: Page, title: string, row: string) {
  const path = await (await take(page, title, "Excel workbook (XLSX)")).path();
  const [sheet, about] = readXlsx(await readFile(path));
  const [head = [], ...rows] = sheet?.rows ?? [];
  const found = rows.find(([first]) => first?.value === row) ?? [];
  const cells = Object.fromEntries(head.map(({ value }, at) => [value, found[at]?.value]));
  return { cells, notes: (about?.rows ?? []).map((line) => line[1]?.value).join(" ") };
}

test("exports hold both old figures, and say how the earlier referrals are judged", async ({ page }) => {
  const then = within([...WORLDS.AT], "created", BEFORE);
  const stood = wonOf(then.map((one) => asItStood(one, AS_OF)));
  const [known, all] = [wonOf(then), then.length];
  const days = "Jan 1 – Dec 31, 2023";
  for (const [path, title, row, expected] of [
    ["/", "Key figures", "Won", { "Before, at the same age": stood, "Before, as known today": known }],
    ["/funnel", "Side-by-side comparison", "Won", { [days]: stood, "Before, as known today": known }],
    [
      "/markets",
      "Customer markets",
      "Austria",
      { "Win rate before, at the same age": stood / all, "Win rate before, as known today": known / all },
    ],
  ] as const) {
    await visit(page, `${path}?${SELECTED}&market=AT`);
    const { cells, notes } = await workbookOf(page, title, row);
    expect(cells, title).toMatchObject(expected);
    const asOf = new Date(AS_OF).toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" });
    expect(notes, title).toContain(`counted as they stood on ${asOf}`);
  }
  await visit(page, `/trends?${SELECTED}&market=AT&measure=win&grain=year&judged=today`);
  const path = await (await take(page, "Win rate over time", "Excel workbook (XLSX)")).path();
  const [sheet, about] = readXlsx(await readFile(path));
  const [head = [], first = []] = sheet?.rows ?? [];
  const cellOf = (name: string) => first[head.findIndex(({ value }) => value === name)]?.value;
  expect([cellOf("Last year"), cellOf("Before, at the same age")]).toEqual([known / all, stood / all]);
  const notes = (about?.rows ?? []).map((line) => line[1]?.value).join(" ");
  expect(notes).toContain("The earlier referrals are counted as known today");
});

test("Response times compare what was answered in time, and overdue, by then", async ({ page }) => {
  await visit(page, `/times?${SELECTED}&as=table`);
  const figuresOf = (some: readonly Referral[], now: number) => {
    const waits = some.flatMap((one) => waitOf(one, now) ?? []);
    const inTime = (limit: number) =>
      some.filter((one) => answerOf(one, limit, now) === "in-time").length / some.length;
    const over = (limit: number) => waits.filter((age) => age > limit).length;
    return [inTime(DAY), inTime(14 * DAY), waits.length, over(DAY), over(14 * DAY)];
  };
  const [now, then] = [PERIOD, BEFORE].map((days) => within(REFERRALS, "created", days));
  const stood = (then ?? []).map((one) => asItStood(one, AS_OF));
  const table = panel(page, "Compared with earlier days").getByRole("table");
  for (const [column, expected] of [
    ["Value", figuresOf(now ?? [], DATA_TIME)],
    ["Before, at the same age", figuresOf(stood, AS_OF + 1)],
    ["Before, as known today", figuresOf(then ?? [], DATA_TIME)],
  ] as const)
    expect(Object.values(await readColumn(table, column)), column).toEqual(expected);
  const late = table.getByRole("row", { name: /^Waiting longer than 24 h/ });
  await late.getByRole("link", { name: /why/ }).click();
  await expect(page).toHaveURL(/why=overdue/);
  const why = panel(page, "Why it changed").getByRole("table");
  const [before, after] = [await readColumn(why, "Before"), await readColumn(why, "Now")];
  const [overdue, overdueNow] = [figuresOf(stood, AS_OF + 1)[3], figuresOf(now ?? [], DATA_TIME)[3]];
  // All that wait are of markets with few referrals.
  expect([before["Small segments"], after["Small segments"]]).toEqual([overdue, overdueNow]);
  const effects = Object.values(await readColumn(why, "Effect"));
  const sum = effects.slice(0, -1).reduce((all, one) => all + one, 0);
  expect(sum).toBeCloseTo(effects.at(-1) ?? Number.NaN, 9);
  expect(effects.at(-1)).toBe((overdueNow ?? 0) - (overdue ?? 0));
});

test("without any end date nothing is compared at equal age, and nothing is coloured", async ({ page }) => {
  await visit(page, `/?${SELECTED}&market=BE&as=table`);
  for (const figure of ["Won", "Win rate"])
    expect(await changeOf(page, figure)).toMatchObject({
      text: expect.stringContaining("not at equal age"),
      colours: 0,
    });
  expect(await changeOf(page, "Created")).toMatchObject({ before: [182, 182] });
  for (const path of ["/funnel", "/markets"]) {
    await visit(page, `${path}?${SELECTED}&market=BE&as=table`);
    await expect(page.getByText("not at equal age").first(), path).toBeVisible();
  }
  await visit(page, `/trends?${SELECTED}&market=BE&measure=win`);
  await expect(page.getByText("(not at equal age)", { exact: false }).first()).toBeVisible();
});

test("as known today, no figure that depends on age is coloured", async ({ page }) => {
  for (const path of ["/", "/funnel", "/trends?measure=win", "/markets"]) {
    const address = `${path}${path.includes("?") ? "&" : "?"}${SELECTED}&market=AT&as=table`;
    await visit(page, `${address}&judged=today`);
    const coloured = page.locator("main [class*=change--]");
    const links = await coloured
      .locator("a")
      .evaluateAll((some) => some.map((one) => one.getAttribute("href")));
    for (const link of links) expect(link, path).not.toMatch(/only=[^&]*(outcomes|reached|fate)/);
  }
});

const PERIODS = {
  "a year": SELECTED,
  "longer than the data": "from=1990-01-01&to=2035-12-31&compare=previous-period",
  "one leap day": "from=2024-02-29&to=2024-02-29&compare=last-year",
  "before the first referral": "from=2023-01-01&to=2023-01-31&compare=previous-period",
};
const PATHS = ["/", "/funnel", "/trends", "/times", "/markets"];

async function expectFiguresOrReasons(page: Page, path: string, search: string): Promise<void> {
  const address = `${path}?${search}&as=table${path === "/trends" ? "&measure=win" : ""}`;
  await visit(page, address);
  const main = page.getByRole("main");
  expect(await main.textContent(), address).not.toMatch(/NaN|Infinity|∞|undefined|null/);
  const values = await main
    .locator("data")
    .evaluateAll((some) => some.map((one) => (one as HTMLDataElement).value));
  expect(
    values.filter((value) => /NaN|Infinity|undefined/.test(value)),
    address,
  ).toEqual([]);
}

test("every comparison is a figure or a reason: a view of each market", async ({ page }) => {
  for (const [nth, market] of Object.keys(WORLDS).entries())
    await expectFiguresOrReasons(page, PATHS[nth % PATHS.length] ?? "/", `${SELECTED}&market=${market}`);
});

for (const [name, days] of Object.entries(PERIODS))
  test(`${name}: every comparison is a figure or a reason`, { tag: "@long" }, async ({ page }) => {
    test.slow();
    for (const market of Object.keys(WORLDS))
      for (const path of PATHS)
        for (const judged of ["equal-age", "today"])
          await expectFiguresOrReasons(page, path, `${days}&market=${market}&judged=${judged}`);
  });
