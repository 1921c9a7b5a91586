import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { confirm, goTo } from "../open-files/opening.ts";
import { expectQuietConsole, expectSoon, panel, readTable } from "../page.ts";

const FILES = ["cosell-insights-download.csv", "leads-insights-download.csv"].map((name) =>
  fileURLToPath(new URL(`../fixtures/partner-files/${name}`, import.meta.url)),
);
const served = serverForFile({ file: FILES.join(",") });
expectQuietConsole();

const PERIOD = "from=2025-01-01&to=2026-11-30";

type Deal = Record<
  "id" | "customerName" | "status" | "kind" | "direction" | "currency" | "statusReason" | "createdDate",
  string | null
> & {
  dealValue: number | null;
  solutions: string[] | null;
};

/** Every referral of the period with all that the service tells of it. */
async function dealsOf(page: Page): Promise<Deal[]> {
  const rows = async (path: string) =>
    (await (await page.request.get(`${served().url}${path}?top=1000`)).json()).Value as Deal[];
  const [records, fields] = await Promise.all([
    rows("/partner/v1/analytics/referrals"),
    rows("/files/v1/referral-fields"),
  ]);
  const all = records.map((record, at) => ({ ...record, ...fields[at] }) as Deal);
  return all.filter(
    ({ createdDate }) => createdDate !== null && createdDate >= "2025" && createdDate < "2026-12",
  );
}

async function tablesOf(page: Page): Promise<unknown> {
  const names = [
    "Value by currency",
    "Value at risk",
    "Why referrals were declined or lost",
    "From won to approved",
  ];
  return Promise.all(names.map((name) => readTable(panel(page, name).getByRole("table"))));
}

/** What the table of Trends shows for a year, by the code of each series. */
async function seriesOf(page: Page, year: string): Promise<Record<string, number>> {
  const table = page.getByRole("main").getByRole("table").first();
  return table.evaluate((node, wanted) => {
    const [head, ...rows] = (node as HTMLTableElement).rows;
    const row = rows.find((one) => one.cells[0]?.textContent === wanted);
    const series = [...(head?.cells ?? [])].flatMap((cell, at) => {
      const name = cell.querySelector("data");
      const value = row?.cells[at]?.querySelector("data")?.value;
      return name && value !== undefined ? [[name.value, Number(value)]] : [];
    });
    return Object.fromEntries(series);
  }, year);
}

test("what deals are worth and why they were lost is the same in the service and in the page, and opens", async ({
  page,
}) => {
  await page.goto(`${served().url}/deals?${PERIOD}`);
  const deals = await dealsOf(page);
  const won = deals.filter(
    (deal) => deal.status === "Won" && deal.currency === "EUR" && deal.dealValue !== null,
  );
  const sum = won.reduce((total, { dealValue }) => total + (dealValue ?? 0), 0);
  const euros = panel(page, "Value by currency").getByRole("row", { name: /^EUR/ });
  const money = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "EUR",
    currencyDisplay: "code",
  });
  await expect(euros.getByRole("cell").nth(2)).toHaveText(money.format(sum));
  const reason = "Customer requirement not met";
  const lost = deals.filter(
    (one) => one.statusReason === reason && /^(lost|declined)$/i.test(one.status ?? ""),
  );
  const row = panel(page, "Why referrals were declined or lost").getByRole("row", {
    name: new RegExp(`^${reason}`),
  });
  await expect(row.getByRole("cell").nth(2)).toHaveText(String(lost.length));
  const shown = await tablesOf(page);

  await euros.getByRole("cell").nth(2).getByRole("link").click();
  await expect(panel(page, `${won.length} referrals`)).toBeVisible();
  const cosell = deals.filter(({ kind }) => kind === "co-sell").length;
  await goTo(page, `/referrals?${PERIOD}&deal=kind~co-sell`);
  await expect(panel(page, `${cosell} referrals`)).toBeVisible();

  // Of several solutions each counts the referral, and the total counts it once.
  const several = deals.filter(({ solutions }) => (solutions ?? []).length > 1);
  expect(several.length).toBeGreaterThan(0);
  for (const [split, field, measure] of [
    ["kind", "kind", "count"],
    ["statusReason", "reason", "win"],
    ["solutions", "solution", "count"],
    ["solutions", "solution", "win"],
  ] as const) {
    await goTo(page, `/trends?${PERIOD}&grain=year&as=table&split=${field}&measure=${measure}`);
    const valuesOf = (deal: Deal) => [deal[split] ?? ""].flat();
    const values = [...new Set(deals.flatMap(valuesOf))];
    const expected = values.flatMap((value) => {
      const own = deals.filter(
        (deal) => valuesOf(deal).includes(value) && deal.createdDate?.startsWith("2026"),
      );
      const won = own.filter(({ status }) => status === "Won").length;
      return own.length === 0 ? [] : [[value, measure === "win" ? won / own.length : own.length]];
    });
    await expectSoon(() => seriesOf(page, "2026"), Object.fromEntries(expected));
  }

  await goTo(page, "/");
  const chooses = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  await (await chooses).setFiles(FILES);
  await confirm(page);
  await goTo(page, `/referrals?${PERIOD}&row=${several[0]?.id}`);
  const details = page.getByRole("dialog", { name: several[0]?.customerName ?? "" });
  await expect(details.getByText(several[0]?.solutions?.join(" and ") ?? "")).toBeVisible();
  await page.keyboard.press("Escape");
  await goTo(page, `/deals?${PERIOD}`);
  await expectSoon(async () => ({ tables: await tablesOf(page) }), { tables: shown });
  await goTo(page, `/referrals?${PERIOD}&deal=kind~co-sell`);
  await expect(panel(page, `${cosell} referrals`)).toBeVisible();
});

test("Partner Center's numbers of leads, deals and their solutions stand beside ours", async ({ page }) => {
  await page.goto(`${served().url}/?${PERIOD}&reconcile=1`);
  const table = page.locator("#root .partner-center__table");
  await table.scrollIntoViewIfNeeded();
  const all = await dealsOf(page);
  const isPrivate = ({ kind }: Deal) => kind === "private";
  const isLead = ({ kind }: Deal) => kind?.endsWith("lead") === true;
  const isAnswered = ({ status, direction }: Deal) =>
    direction === "outgoing" || ["Won", "Lost", "Accepted", "Active"].includes(status ?? "");
  const rate = (base: readonly Deal[]) => {
    const won = base.filter(({ status }) => status === "Won").length;
    return `${((won / base.length) * 100).toFixed(1)}% (${won} of ${base.length})`;
  };
  const leads = all.filter(isLead);
  const deals = all.filter((one) => one.kind !== null && !isLead(one));
  const several = all.flatMap(({ solutions }) => (solutions && solutions.length > 1 ? [solutions] : []));
  expect([leads.length > 0, several.length > 0, deals.some(isPrivate)]).toEqual([true, true, true]);
  const expected = {
    "Win rate of leads": [rate(leads), rate(leads.filter(isAnswered))],
    "Win rate of co-sell deals": [
      rate(deals),
      rate(deals.filter((one) => isAnswered(one) && !isPrivate(one))),
    ],
    "Deals with two solutions": [several.length, several.flat().length].map(String),
    "Private deals": [deals.filter(isPrivate).length, 0].map(String),
    "Deals closed as error": ["0", "0"],
  };
  for (const [name, figures] of Object.entries(expected)) {
    const row = table.getByRole("row", { name: new RegExp(`^${name}`) });
    expect([name, ...(await row.locator("td").allInnerTexts()).slice(0, 2)]).toEqual([name, ...figures]);
  }
  await expect(table).not.toContainText("This data doesn’t");
});
