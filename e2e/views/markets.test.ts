import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "../crm.ts";
import { createdIn } from "../oracle/period.ts";
import { expectQuietConsole, expectSoon, goTo } from "../page.ts";
import {
  expectedRanked,
  expectedRateTitles,
  expectedRouting,
  expectedSparklines,
  readRanked,
  readRateTitles,
  readRouting,
  readSparklines,
  sidesWithData,
} from "./markets-page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const DATED = createdIn(CRM_REFERRALS, WHOLE_TIME);
const WHOLE = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

test("ranked table, routing, changes and trends are those of an independent count", async ({ page }) => {
  test.slow();
  await test.step("the ranked table equals a count of the records, column by column", async () => {
    await page.goto(`${crm().url}/markets?${WHOLE}&as=table&compare=none`);
    // Of data of 2017 whatever waits is overdue.
    await expectSoon(() => readRanked(page), expectedRanked(DATED, null));
    await expectSoon(() => readRateTitles(page), expectedRateTitles(DATED));

    await page.getByRole("button", { name: "Win rate" }).click();
    await expect(page).toHaveURL(/sort=-win/);
    await expect(async () => {
      const wins = Object.values(await readRanked(page)).map((market) => market["Win rate"] ?? 0);
      expect(wins).toEqual(wins.toSorted((a, b) => b - a));
    }).toPass();
  });
  await test.step("the routing matrix counts each referral once, domestic ones apart", async () => {
    await goTo(page, `${crm().url}/markets?${WHOLE}&as=table`);
    const expected = expectedRouting(DATED, "count");
    await expectSoon(() => readRouting(page), expected);
    const cells = expected.rows.flatMap(([, , ...some]) => some);
    expect(cells.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(DATED.length);
    for (const cell of ["acceptance", "win"] as const) {
      const name = { acceptance: "Acceptance rate", win: "Win rate" }[cell];
      await page.getByRole("combobox", { name: "Show in cells" }).selectOption(name);
      await expectSoon(() => readRouting(page), expectedRouting(DATED, cell));
    }
  });
  await test.step("changes and trends are those of the periods that are named", async () => {
    const period = { from: "2017-04-05", to: "2017-09-30" };
    const options = { basis: "created", period, grain: "month", compare: "previous-period" } as const;
    const address = `${crm().url}/markets?from=${period.from}&to=${period.to}&grain=month`;
    await goTo(page, `${address}&as=table`);
    const selected = createdIn(CRM_REFERRALS, period);
    const sides = sidesWithData(CRM_REFERRALS, `basis=${options.basis}`, options);
    expect(sides).not.toBeNull();
    await expectSoon(() => readRanked(page), expectedRanked(selected, sides));
    await goTo(page, address);
    await expectSoon(() => readSparklines(page), expectedSparklines(selected, options));
    await expect(page.getByText("Apr 5 – Sep 30, 2017 compared to Oct 8, 2016 – Apr 4, 2017.")).toBeVisible();
  });
});
