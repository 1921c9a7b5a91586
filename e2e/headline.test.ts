import { expect, test } from "playwright/test";
import { expectedKeyFigures } from "./expected.ts";
import { MIXED_REFERRALS, mixedServerForFile } from "./mixed-data.ts";
import { countFunnel } from "./oracle/funnel.ts";
import { countMarkets } from "./oracle/markets.ts";
import { createdIn } from "./oracle/period.ts";
import { waitOf } from "./oracle/times.ts";
import { expectQuietConsole } from "./page.ts";

const server = mixedServerForFile();
expectQuietConsole();

const YEAR = { from: "2024-01-01", to: "2024-12-31" };
const NOVEMBER = createdIn(MIXED_REFERRALS, { from: "2024-11-01", to: "2024-11-30" });
const DECEMBER = createdIn(MIXED_REFERRALS, { from: "2024-12-01", to: "2024-12-31" });

// All that waits has done so for longer than a year.
const isWaiting = (one: (typeof DECEMBER)[number]) => waitOf(one, Date.now()) !== null;
const [most] = countMarkets(createdIn(MIXED_REFERRALS, YEAR).filter(isWaiting));

test("the headline says what came, what is answered and what is overdue, each a link to its referrals", async ({
  page,
}) => {
  await page.goto(server().url);
  const headline = page.getByRole("paragraph").filter({ hasText: "overdue now" });
  const percent = Math.abs(DECEMBER.length / NOVEMBER.length - 1) * 100;
  const trend = DECEMBER.length > NOVEMBER.length ? "more" : "fewer";
  await expect(headline).toContainText(
    `${DECEMBER.length} referrals were created in Dec 2024, ${percent.toFixed(1)}% ${trend} than in Nov 2024.`,
  );
  await expect(headline).toContainText("United States has the most");
  const links = headline.getByRole("link").filter({ has: page.locator("data") });
  const counts = await links
    .locator("data")
    .evaluateAll((nodes) => nodes.map((node) => Number((node as HTMLDataElement).value)));
  expect(most?.code).toBe("US");
  expect(counts).toEqual([
    DECEMBER.length,
    countFunnel(DECEMBER).stages.Accepted,
    DECEMBER.filter(isWaiting).length,
    expectedKeyFigures(MIXED_REFERRALS, YEAR).Overdue,
    most?.referrals,
  ]);
  for (const [at, count] of counts.entries()) {
    await links.nth(at).click();
    await expect(page.getByRole("heading", { name: `${count} referrals`, exact: true })).toBeVisible();
    await page.goBack();
  }
});
