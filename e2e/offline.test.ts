import { expect, test } from "playwright/test";
import { quiet, watchCalls } from "./calls.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { expectedFunnel } from "./expected.ts";
import { hitsOf, putFaults } from "./faults.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { readFunnel } from "./overview-page.ts";
import { expectSoon } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });

test.afterEach(() => putFaults(crm().url, []));

test("while it waits the page says until when, and goes on then", async ({ page }) => {
  await page.clock.install();
  await putFaults(crm().url, [{ kind: "throttle", retryAfter: 40, times: 1 }]);
  await page.goto(`${crm().url}/?as=table`);
  const notice = page.getByText(/busy or unavailable. Retrying at \d+:\d\d.* UTC/);
  await expect(notice).toBeVisible();
  await page.clock.fastForward(41_000);
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
  await expect(notice).toHaveCount(0);
  expect(await hitsOf(crm().url)).toBe(1);
});

test("without a network the figures stay, with their time; once it is back, what is stale is asked anew", async ({
  page,
  context,
}) => {
  await page.clock.install();
  const expected = expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS));
  const watched = watchCalls(page);
  const notice = page.getByText("You’re offline. Retrying when you are back online.");
  const figures = () => expectSoon(() => readFunnel(page), expected);
  await page.goto(`${crm().url}/?as=table`);
  await figures();
  await quiet(watched);

  await context.setOffline(true);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(notice).toBeVisible();
  await expect(page.getByText(/^as of /)).toBeVisible();
  await figures();
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
  await quiet(watched);
  await figures();
  await expect(page.getByRole("alert")).toHaveCount(0);

  // Answers of a moment ago are still good; those of six minutes ago are not.
  const before = watched.calls.length;
  await context.setOffline(true);
  await context.setOffline(false);
  await quiet(watched);
  expect(watched.calls.slice(before)).toEqual([]);
  await context.setOffline(true);
  await page.clock.fastForward(6 * 60_000);
  await context.setOffline(false);
  await expect
    .poll(() => watched.calls.slice(before).join("\n"))
    .toContain("groupby=customerMarket,createdDate");
  await quiet(watched);
  await figures();
});
