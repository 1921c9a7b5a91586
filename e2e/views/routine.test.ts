import { readFile } from "node:fs/promises";
import ICAL from "ical.js";
import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "../crm.ts";
import type { Referral } from "../oracle/csv.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { instantOf } from "../oracle/times.ts";
import { expectQuietConsole, panel } from "../page.ts";
import { readRecords } from "../served-records.ts";

const crm = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
expectQuietConsole();

const SEEN = Date.parse("2017-12-15T12:00:00Z");
const EARLIER = Date.parse("2017-11-15T12:00:00Z");
const HOUR = 3_600_000;

/** How many things happened since then, as the line says them. */
function expected(since: number): number[] {
  const steps = ["created", "accepted", "won", "lost", "expired"];
  return steps.map((step) => {
    const own = { won: "Won", lost: "Lost", expired: "Expired" }[step];
    return CRM_REFERRALS.filter(
      (one) => instantOf(one, step) > since && (own === undefined || outcomeOf(one) === own),
    ).length;
  });
}

test("the Overview says what happened since the last visit, which a second tab leaves alone", async ({
  page,
  context,
}) => {
  const visits = {
    current: { at: Date.now() - 9 * HOUR, data: SEEN },
    before: [{ at: Date.now() - 90 * HOUR, data: EARLIER }],
  };
  await page.addInitScript(
    (kept) => localStorage.getItem("visits:") ?? localStorage.setItem("visits:", kept),
    JSON.stringify(visits),
  );
  await page.goto(crm().url);
  const counts = (of = page) =>
    panel(of, "Since your last visit").getByRole("paragraph").first().locator("data");
  const read = (of = page) =>
    counts(of).evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  await expect.poll(read).toEqual(expected(SEEN));
  const second = await context.newPage();
  await second.goto(crm().url);
  await expect.poll(() => read(second)).toEqual(expected(SEEN));
  await page.getByRole("button", { name: "One visit earlier" }).click();
  await expect.poll(read).toEqual(expected(EARLIER));
  await page.goto(`${crm().url}/?since=2017-12-01`);
  await expect.poll(read).toEqual(expected(Date.parse("2017-12-01") - 1));
  const won = (await read())[2] ?? 0;
  await counts().nth(2).click();
  await expect(page.getByRole("heading", { name: `${won} referrals`, exact: true })).toBeVisible();
});

test("a last visit in the future is said, and what is counted instead", async ({ page }) => {
  const future = { at: Date.now() + 48 * HOUR, data: SEEN };
  const visits = { current: future, before: [{ at: Date.now() - 90 * HOUR, data: EARLIER }] };
  const open = async (kept: object) => {
    await page.evaluate((text) => localStorage.setItem("visits:", text), JSON.stringify(kept));
    await page.reload();
  };
  await page.goto(crm().url);
  await open(visits);
  const since = panel(page, "Since your last visit");
  await expect(since).toContainText(
    "Your last visit lies in the future, because this device’s clock was set back. Instead, this counts since the visit before (data from Nov 15, 2017",
  );
  const counts = since.getByRole("paragraph").first().locator("data");
  const read = await counts.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(read).toEqual(expected(EARLIER));
  await open({ ...visits, before: [] });
  await expect(since).toContainText("no earlier visit is known. Choose a day to count from.");
  await expect(since.locator("data")).toHaveCount(0);
});

const DAY = 24 * HOUR;
const dayOf = (at: number) => Math.floor(at / DAY);

/** How long three quarters of those won within 24 months took at most, in days. */
function usualDays(referrals: readonly Referral[], now: number): number {
  const days = referrals
    .filter((one) => dayOf(instantOf(one, "won")) >= dayOf(now) - 730 && instantOf(one, "won") < now + DAY)
    .map((one) => dayOf(instantOf(one, "won")) - dayOf(instantOf(one, "accepted")))
    .filter((one) => one >= 0)
    .sort((a, b) => a - b);
  const rank = (days.length - 1) * 0.75;
  const low = days[Math.floor(rank)] ?? Number.NaN;
  return low + ((days[Math.ceil(rank)] ?? low) - low) * (rank % 1);
}

/** How many referrals are to be answered, are overdue, expire soon, are past that, and are silent. */
function expectedToDo(referrals: readonly Referral[], now: number): number[] {
  const ages = (of: string[], step: string) =>
    referrals.filter((one) => of.includes(outcomeOf(one))).map((one) => (now - instantOf(one, step)) / DAY);
  const waiting = ages(["Open, new", "Open, acknowledged"], "created");
  const within = (over: number, upTo: number) => waiting.filter((age) => age > over && age <= upTo).length;
  const usual = usualDays(referrals, now);
  const silent = ages(["Open, accepted"], "accepted").filter((age) => age > usual).length;
  return [
    waiting.filter((age) => age >= 0 && age <= 1).length,
    within(1, 12),
    within(12, 14),
    within(14, Number.POSITIVE_INFINITY),
    silent,
  ];
}

test("the list of what is to be done says why, opens each kind, and goes into a calendar", async ({
  page,
}) => {
  await page.goto(sample().url);
  const toDo = panel(page, "To do today");
  await toDo.scrollIntoViewIfNeeded();
  const counts = toDo.locator(".to-do__counts data");
  await expect(counts.first()).toBeVisible();
  const kept = await page.evaluate(() => localStorage.getItem("visits:"));
  const now: number = JSON.parse(kept ?? "").current.data;
  const expected = expectedToDo(await readRecords(sample().url), now);
  const read = await counts.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(read).toEqual(expected.filter((count) => count > 0));
  await expect(toDo.getByRole("row").nth(1)).toContainText("Answer within");
  const arrives = page.waitForEvent("download");
  await toDo.getByRole("button", { name: /^Calendar file/ }).click();
  const file = await readFile(await (await arrives).path(), "utf8");
  const events = new ICAL.Component(ICAL.parse(file) as never).getAllSubcomponents("vevent");
  const [due = 0, overdue = 0, expiring = 0, , silent = 0] = expected;
  expect(events).toHaveLength(due + overdue + expiring);
  await counts.last().click();
  await expect(
    page.getByRole("heading", { name: `${silent.toLocaleString("en")} referrals`, exact: true }),
  ).toBeVisible();
  await page.goto(String(events[0]?.getFirstPropertyValue("url")));
  await expect(page.getByRole("heading", { name: `${due} referrals`, exact: true })).toBeVisible();
});

test("Partner Center's formulas stand beside ours, counted from the same referrals @long", async ({
  page,
}) => {
  await page.goto(`${crm().url}/?from=2017-01-01&to=2017-06-30&reconcile=1`);
  const theirs = panel(page, "As Partner Center counts");
  await theirs.scrollIntoViewIfNeeded();
  const created = CRM_REFERRALS.filter((one) => {
    const at = instantOf(one, "created");
    return at >= Date.parse("2017-01-01") && at < Date.parse("2017-07-01");
  });
  const won = created.filter((one) => outcomeOf(one) === "Won").length;
  const answered = accepted(created);
  const inMonth = (month: number) =>
    created.filter((one) => new Date(instantOf(one, "created")).getUTCMonth() === month).length;
  const count = (value: number) => value.toLocaleString("en");
  await expect(theirs.getByRole("row", { name: /^Win rate of leads/ })).toContainText(
    `${((won / answered) * 100).toFixed(1)}% (${count(won)} of ${count(answered)})`,
  );
  const change = (inMonth(5) / inMonth(0) - 1) * 100;
  await expect(theirs.getByRole("row", { name: /^Change of referrals/ })).toContainText(
    `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)}%`,
  );
});

/** How many of them were accepted. */
function accepted(referrals: readonly Referral[]): number {
  return referrals.filter(
    (one) =>
      !Number.isNaN(instantOf(one, "accepted")) || ["Won", "Lost", "Open, accepted"].includes(outcomeOf(one)),
  ).length;
}

test("targets say what is missing, are kept, and refuse a value of 0 @long", async ({ page }) => {
  const DAYS = "from=2017-01-01&to=2017-06-30&grain=month";
  await page.goto(`${crm().url}/?${DAYS}`);
  const targets = panel(page, "Targets");
  await page.locator("#root .targets").scrollIntoViewIfNeeded();
  await targets.getByRole("button", { name: /program targets/ }).click();
  const created = CRM_REFERRALS.filter((one) => {
    const at = instantOf(one, "created");
    return at >= Date.parse("2017-01-01") && at < Date.parse("2017-07-01");
  });
  const won = created.filter((one) => outcomeOf(one) === "Won").length;
  const row = targets.getByRole("row", { name: /Win rate/ });
  await expect(row).toContainText(`${((won / created.length) * 100).toFixed(1)}%`);
  await expect(row).toContainText("Met, whatever happens");
  for (const days of [60, 365]) {
    const closed = created.filter((one) => {
      const outcome = outcomeOf(one).toLowerCase();
      return instantOf(one, outcome) - instantOf(one, "created") <= days * DAY;
    });
    const share = `${((closed.length / created.length) * 100).toFixed(1)}%`;
    await expect(targets.getByRole("row", { name: `Closed within ${days} days` })).toContainText(share);
  }
  const short = 0.8 * created.length - accepted(created);
  const figures = panel(page, "Key figures");
  await expect(figures).toContainText(`Target at least 80.0%`);
  await expect(figures).toContainText(short > 0 ? `${Math.ceil(short).toLocaleString("en")} missing` : "Met");
  await targets.locator("summary").click();
  await targets.getByLabel("Value in percent").fill("0");
  await targets.getByRole("button", { name: "Add a target" }).click();
  await expect(targets.getByRole("alert")).toContainText("target 6 must be more than 0");
  await page.reload();
  await page.locator("#root .targets").scrollIntoViewIfNeeded();
  await expect(panel(page, "Targets").getByRole("row")).toHaveCount(6);
  await page.goto(`${crm().url}/trends?${DAYS}&measure=acceptance`);
  const monthOf = (one: Referral) => new Date(instantOf(one, "created")).getUTCMonth();
  const met = [0, 1, 2, 3, 4, 5].filter((month) => {
    const ofMonth = created.filter((one) => monthOf(one) === month);
    return accepted(ofMonth) >= 0.8 * ofMonth.length;
  }).length;
  await expect(panel(page, "Acceptance rate over time")).toContainText(
    `The target at least 80.0% was met in ${met} of 6 finished intervals.`,
  );
});
