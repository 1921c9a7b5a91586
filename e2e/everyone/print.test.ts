import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole, panel } from "../page.ts";
import { readAll } from "../views/referrals-page.ts";
import { PAGES, show } from "./looks.ts";

const server = serverForFile({});
expectQuietConsole();

/** The room between the margins of upright paper, in CSS pixels. */
const PAPERS = { A4: 703, Letter: 725 } as const;
/** The same on its long edge, for tables of very many columns. */
const LONG_EDGE = { A4: 1032, Letter: 965 } as const;

const SMALL = "from=2025-01-01&to=2025-12-31&market=NL";

/** How many pages a PDF has, and the width of the first in points. */
async function pagesOf(page: Page, format: "A4" | "Letter"): Promise<{ count: number; width: number }> {
  const pdf = (await page.pdf({ format })).toString("latin1");
  const [, width] = /\/MediaBox\s*\[\s*0 0 ([\d.]+)/.exec(pdf) ?? [];
  return { count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, width: Number(width) };
}

/** How high the texts of charts are as drawn, in CSS pixels; read at once, since a chart of a new width has new texts. */
function textHeights(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main svg text")]
      .filter((text) => text.checkVisibility())
      .map((text) => text.getBoundingClientRect().height),
  );
}

/** What is wider than the paper, and what is cut off at its own edge. */
function cutOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<Element>("main svg, main figure, main table, main li, main dl")]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.getAttribute("class")}`);
  });
}

test("each view is complete on A4 and on Letter: charts of the paper's width, nothing to press", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(server().url);
  for (const address of PAGES.filter((one) => one !== "/referrals")) {
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await show(page, address, "en");
    const drawn = (await textHeights(page)).length;
    await page.emulateMedia({ media: "print" });
    for (const [format, width] of Object.entries(PAPERS)) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft([address, format, await cutOnPaper(page)]).toEqual([address, format, []]);
    }
    // A chart that is only made smaller has letters that nobody can read.
    if (drawn > 0) await expect.poll(async () => Math.min(...(await textHeights(page)))).toBeGreaterThan(9);
    await expect(
      page.locator("button.button, select, input, [role=slider]").filter({ visible: true }),
    ).toHaveCount(0);
    if (address === "/help") continue;
    const selection = page.locator(".print-only").first();
    await expect(selection).toContainText(/, full days in UTC, by created date/);
    await expect(selection).toContainText(/Data from .* UTC/);
  }
});

test("each table is complete on A4 and on Letter, also in the long words of German", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(server().url);
  for (const language of ["en", "de"])
    for (const address of [
      ...["/", "/?by=outcome", "/funnel", "/markets", "/times"],
      ...["/trends", "/trends?measure=acceptance"],
    ]) {
      const table = `${address}${address.includes("?") ? "&" : "?"}as=table`;
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1280, height: 900 });
      await show(page, table, language);
      await page.emulateMedia({ media: "print" });
      const papers = /^.(trends|markets)/.test(address) ? LONG_EDGE : PAPERS;
      for (const [format, width] of Object.entries(papers)) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft([table, language, format, await cutOnPaper(page)]).toEqual([table, language, format, []]);
      }
      await expect(
        page.getByRole("rowheader", { name: "" }).filter({ visible: true, hasNotText: /\S/ }),
      ).toHaveCount(0);
    }
});

test("paper of either size takes few pages", { tag: "@long" }, async ({ page }) => {
  await page.goto(server().url);
  for (const [address, most] of [
    ["/", 3],
    ["/trends", 2],
    ["/help", 6],
  ] as const) {
    await show(page, address, "en");
    const [a4, letter] = [await pagesOf(page, "A4"), await pagesOf(page, "Letter")];
    expect([Math.round(a4.width), Math.round(letter.width)]).toEqual([596, 612]);
    for (const { count } of [a4, letter]) expect(count).toBeLessThanOrEqual(most);
  }
});

test("the list of referrals is printed whole, in its order and with its head; of very many the first", {
  tag: "@long",
}, async ({ page }) => {
  await page.goto(`${server().url}/referrals?${SMALL}&cols=*customer,id,created,outcome&sort=customer,id`);
  const list = page.getByRole("grid");
  await expect(list).toBeVisible();
  const ids = await readAll(page, 1);
  expect(ids.length).toBeGreaterThan(200);
  await page.emulateMedia({ media: "print" });
  await expect(list).toBeHidden();
  const printed = page.getByRole("table").filter({ visible: true });
  await expect(printed.getByRole("columnheader")).toHaveText(["Customer", "ID", "Created", "Outcome"]);
  await expect(printed.locator("thead")).toHaveCSS("display", "table-header-group");
  expect(await printed.locator("tbody td:nth-child(2)").allTextContents()).toEqual(ids);
  await page.emulateMedia({ media: "screen" });
  await expect(list).toBeVisible();
  await expect(printed).toHaveCount(0);

  await page.getByRole("combobox", { name: "Filter by Outcome" }).selectOption("=won");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^Outcome: Won · \d+ of \d+ shown$/)).toBeVisible();

  await page.emulateMedia({ media: "screen" });
  await show(page, "/referrals?from=2025-01-01&to=2025-12-31", "en");
  await expect(page.getByRole("grid", { name: /^[\d,]{5,} referrals/ })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(
    panel(page, (await page.locator("main h2").first().textContent()) ?? "").getByText(
      /^Only the first 1,000 of [\d,]+ referrals are printed\. Use Export to get all of them\.$/,
    ),
  ).toBeVisible();
  await expect(printed.locator("tbody tr")).toHaveCount(1000);
});
