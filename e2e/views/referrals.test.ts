import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { linksOf } from "../links.ts";
import type { Referral } from "../oracle/csv.ts";
import { marketOf } from "../oracle/markets.ts";
import { has, outcomeOf } from "../oracle/outcome.ts";
import { createdIn } from "../oracle/period.ts";
import { expectQuietConsole, expectSoon, goTo } from "../page.ts";
import { startServer } from "../start-server.ts";
import { cell, expectCount, ROW_PX, readAll, readFocus, visit } from "./referrals-page.ts";

const server = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const PERIOD = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;
const INSIDE = createdIn(CRM_REFERRALS, WHOLE_TIME);
const HOUR_MS = 3_600_000;

const at = (one: Referral, step: string) =>
  has(one, step) ? Date.parse(`${one[`${step}Date`]}Z`) : Number.NaN;
const isOpen = (one: Referral) => outcomeOf(one).startsWith("Open");
const isAccepted = (one: Referral) =>
  has(one, "accepted") || ["Won", "Lost", "Open, accepted"].includes(outcomeOf(one));
const partnerOf = (one: Referral) => (one.partnerMarket ?? "").trim().toUpperCase();
const hoursToWin = (one: Referral) => (at(one, "won") - at(one, "accepted")) / HOUR_MS;

/** Drills as they stand in the address, and what each of them means, counted the naive way. */
const DRILLS: readonly (readonly [string, (one: Referral) => boolean])[] = [
  ["outcomes:won", (one) => outcomeOf(one) === "Won"],
  ["reached:accepted", isAccepted],
  ["outcomes:lost;left:accepted", (one) => outcomeOf(one) === "Lost"],
  ["left:accepted", (one) => isAccepted(one) && outcomeOf(one) !== "Won"],
  ["fate:open", isOpen],
  ["fate:exit", (one) => !isOpen(one) && outcomeOf(one) !== "Won"],
  ["markets:DE;fate:open", (one) => marketOf(one) === "DE" && isOpen(one)],
  ["notMarkets:US,DE", (one) => !["US", "DE"].includes(marketOf(one))],
  ["within:2017-03-06~2017-03-12", (one) => /^2017-03-(0[6-9]|1[012])/.test(one.createdDate ?? "")],
  [
    "sizes:1001to5000employees;outcomes:won",
    (one) => one.customerOrgSize === "1001to5000employees" && outcomeOf(one) === "Won",
  ],
  [
    "route:cross-border",
    (one) => marketOf(one) !== "" && partnerOf(one) !== "" && marketOf(one) !== partnerOf(one),
  ],
  ["implied:acknowledged", (one) => isAccepted(one) && !has(one, "acknowledged")],
  ["time:accepted-won~24~72", (one) => hoursToWin(one) > 24 && hoursToWin(one) <= 72],
  ["time:accepted-won~2400~", (one) => hoursToWin(one) > 2400],
];
/** Longer lists are counted only: to read them to their end takes a while. */
const MAX_READ = 1200;

test("the list behind a figure holds exactly its referrals", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 1500 });
  await page.goto(`${server().url}/referrals?${PERIOD}&cols=id`);
  await expectCount(page, INSIDE.length, "the whole selection");
  for (const [drill, passes] of DRILLS) {
    await visit(page, `/referrals?${PERIOD}&cols=id&only=${drill}`);
    await expectListOf(page, INSIDE.filter(passes), drill);
  }
  await visit(page, `/referrals?${PERIOD}&cols=id&only=undated:1`);
  await expectListOf(
    page,
    CRM_REFERRALS.filter((one) => !has(one, "created")),
    "without a created date",
  );
});

async function expectListOf(page: Page, expected: readonly Referral[], about: string): Promise<void> {
  await expectCount(page, expected.length, about);
  if (expected.length > MAX_READ || expected.length === 0) return;
  const ids = await readAll(page, 0);
  expect(ids.sort(), about).toEqual(expected.map(({ id }) => id).sort());
}

test("every figure of the Overview opens as many referrals as it says", { tag: "@long" }, async ({
  page,
}) => {
  await page.goto(`${server().url}/?${PERIOD}&as=table`);
  await expect(page.getByRole("region", { name: "Markets" }).locator("td a").first()).toBeVisible();
  const links = await linksOf(page);
  // Every fifth of them goes through all panels and kinds.
  const some = links.filter((_, place) => place % 5 === 0).slice(0, 24);
  expect(some.length).toBeGreaterThanOrEqual(12);
  await page.locator("main a.figure-link:has(data)").first().click();
  for (const { address, count } of some) {
    await visit(page, address);
    await expectCount(page, count, address);
  }
});

test("the grid is walked by keyboard, searched, filtered and sorted, and tells the dates of a referral", async ({
  page,
}) => {
  test.slow();
  await test.step("the keyboard walks the grid, sorts it, and opens and closes a life line", async () => {
    await page.goto(`${server().url}/referrals?${PERIOD}`);
    await cell(page, 0, 0).focus();
    const last = { row: INSIDE.length - 1, column: 13 };
    for (const [key, expected] of [
      ["ArrowDown", { row: 1, column: 0 }],
      ["ArrowRight", { row: 1, column: 1 }],
      ["End", { row: 1, column: 13 }],
      ["Control+End", last],
      ["ArrowDown", last],
      ["Home", { row: last.row, column: 0 }],
      ["Control+Home", { row: 0, column: 0 }],
      ["ArrowUp", { row: -1, column: 0 }],
      ["ArrowUp", { row: -2, column: 0 }],
      ["PageDown", { row: 0, column: 0 }],
    ] as const) {
      await page.keyboard.press(key);
      await expectSoon(() => readFocus(page), expected);
    }
    await page.keyboard.press("PageDown");
    const { row } = await readFocus(page);
    expect(row).toBeGreaterThan(3);
    await expect(cell(page, row, 0)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog").filter({ has: page.getByText("Timeline (UTC)") });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expectSoon(() => readFocus(page), { row, column: 0 });
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("columnheader", { name: "Customer", exact: false }).first()).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    expect(new URL(page.url()).search).toContain("sort=customer");
  });
  await test.step("search, filters and order are those of an independent count", async () => {
    await page.setViewportSize({ width: 1000, height: 1500 });
    await goTo(
      page,
      `${server().url}/referrals?${PERIOD}&cols=*customer,id,outcome,created&sort=customer,-created,id`,
    );
    await page.getByRole("searchbox", { name: "Search names and IDs" }).fill("CON x");
    const isFound = ({ customerName, id }: Referral) =>
      ["con", "x"].every((word) => [customerName, id].some((text) => text?.toLowerCase().includes(word)));
    const found = INSIDE.filter(isFound);
    expect(found.length).toBeGreaterThan(20);
    await expect(page.getByText(/ shown$/)).toHaveAttribute("value", String(found.length));
    const { compare } = new Intl.Collator("en-US");
    const inOrder = (all: readonly Referral[]) =>
      all.toSorted(
        (a, b) =>
          Number(!a.customerName) - Number(!b.customerName) ||
          compare(a.customerName ?? "", b.customerName ?? "") ||
          at(b, "created") - at(a, "created") ||
          ((a.id ?? "") < (b.id ?? "") ? -1 : 1),
      );
    expect(await readAll(page, 1)).toEqual(inOrder(found).map(({ id }) => id));

    await page
      .getByRole("combobox", { name: "Filter by Outcome" })
      .selectOption({ label: await optionOf(page, "Lost") });
    const lost = found.filter((one) => outcomeOf(one) === "Lost");
    await expect(page.getByText(/ shown$/)).toHaveAttribute("value", String(lost.length));
    expect(await readAll(page, 1)).toEqual(inOrder(lost).map(({ id }) => id));
    await page.reload();
    await expect(page.getByText(/ shown$/)).toHaveAttribute("value", String(lost.length));

    await page.getByRole("button", { name: "Clear column filters" }).click();
    await expect(cell(page, 0, 1)).toHaveText(inOrder(INSIDE)[0]?.id ?? "");
  });
  await test.step("a life line tells the dates of the file, and columns stand in the address", async () => {
    const won = INSIDE.find(
      (one) => outcomeOf(one) === "Won" && (one.wonDate ?? "") > (one.acceptedDate ?? ""),
    );
    await goTo(page, `${server().url}/referrals?${PERIOD}&row=${won?.id}`);
    const dialog = page.getByRole("dialog", { name: won?.customerName ?? "" });
    const steps = ["created", "acknowledged", "accepted", "won", "lost", "archived"].filter(
      (step) => won && has(won, step),
    );
    await expect(dialog).toContainText("Furthest stage: Won");
    const told = await dialog
      .locator("ol li")
      .evaluateAll((items) =>
        items.map((item) => [
          item.querySelector("strong")?.textContent,
          item.querySelector("time")?.dateTime,
        ]),
      );
    expect(told).toEqual(
      steps.map((step) => [`${step[0]?.toUpperCase()}${step.slice(1)}`, `${won?.[`${step}Date`]}Z`]),
    );
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();

    await page.getByRole("button", { name: /^Columns/ }).click();
    await page.getByRole("checkbox", { name: "Outcome" }).uncheck();
    await page.getByRole("button", { name: "Pin Created" }).click();
    await page.getByRole("button", { name: "Move Created earlier" }).click();
    await expect.poll(() => new URL(page.url()).search).toContain("cols=*created,*customer,answer");
    await page.getByRole("button", { name: "Reset columns" }).click();
    await expect.poll(() => new URL(page.url()).search).not.toContain("cols=");
  });
});

async function optionOf(page: Page, name: string): Promise<string> {
  const options = page.getByRole("combobox", { name: "Filter by Outcome" }).locator("option");
  return (await options.filter({ hasText: name }).first().textContent()) ?? "";
}

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "The \"Best\"; 'Customer'",
  "\u202eevil.exe",
  "شركة النور للتجارة",
  "two\nlines\r\nand more",
  "x".repeat(500),
];

test("hostile names are text, and every row keeps its height", async ({ page }) => {
  const file = join(tmpdir(), `hostile-names-${process.pid}.json`);
  const records = HOSTILE.map((name, place) => ({
    id: `h${place}~;,`,
    customerName: name,
    createdDate: "2024-05-06",
  }));
  await writeFile(file, JSON.stringify(records));
  const hostile = await startServer({ file });
  try {
    await page.goto(`${hostile.url}/referrals?sort=id`);
    await expectCount(page, HOSTILE.length, "all of them");
    for (const [place, name] of HOSTILE.entries()) {
      expect(await cell(page, place, 0).textContent()).toBe(name);
      expect((await cell(page, place, 0).locator("..").boundingBox())?.height).toBe(ROW_PX);
    }
    await cell(page, 0, 0).click();
    await expect(page.getByRole("dialog").getByRole("heading", { level: 2 }).last()).toHaveText(
      HOSTILE[0] ?? "",
    );
    await page.reload();
    await expect(page.getByRole("dialog").getByText("h0~;,")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  } finally {
    await hostile.stop();
    await rm(file);
  }
});
