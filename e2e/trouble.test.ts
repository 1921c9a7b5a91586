import type { ServerResponse } from "node:http";
import { expect, test } from "playwright/test";
import { quiet, watchCalls } from "./calls.ts";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel, expectedMarkets } from "./expected.ts";
import { putFaults } from "./faults.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { readFunnel, readMarkets } from "./overview-page.ts";
import { expectSoon, goTo, panel } from "./page.ts";
import { pictures } from "./pictures.ts";
import { startStandIn } from "./stand-in.ts";
import { startServer } from "./start-server.ts";

const crm = serverForFile({ file: CRM_FILE });
test.afterEach(() => putFaults(crm().url, []));

test("a selection without referrals says so, has no rates, and offers the way out", async ({ page }) => {
  await test.step("a period without referrals says so, and offers the way out", async () => {
    await page.goto(`${crm().url}/?from=2020-01-01&to=2020-12-31`);
    for (const name of ["Status funnel", "Referrals over time", "Markets"] as const)
      await expect(panel(page, name)).toContainText(/No referrals for .*2020.*, by created date/);
    await panel(page, "Status funnel").getByRole("button", { name: "Show all time" }).click();
    await expect(panel(page, "Status funnel").locator('data[value="8300"]').first()).toBeVisible();
  });
  await test.step("a market without referrals in the period says so, and offers to clear the filters", async () => {
    await goTo(page, `${crm().url}/?market=FJ`);
    await expect(panel(page, "Status funnel")).toContainText(/No referrals match the filters for .*/);
    await panel(page, "Status funnel").getByRole("button", { name: "Clear filters" }).click();
    await expect(page).not.toHaveURL(/market/);
  });
  await test.step("a rate without a base is absent in the tables of an empty period", async () => {
    await goTo(page, crm().url + addressOf({ from: "2020-01-01", to: "2020-12-31" }));
    await expectSoon(() => readFunnel(page), expectedFunnel([], WHOLE_TIME));
    await expect(page.getByRole("main")).not.toContainText(/NaN|Infinity|∞|undefined/);
  });
});

test("where the service is busy on the next visit, the last figures stay, and say why they are not current", async ({
  page,
}) => {
  const address = crm().url + addressOf(WHOLE_TIME);
  await page.goto(address);
  await expect(panel(page, "Why it changed")).toBeVisible();
  await expect.poll(() => pictures(page), { timeout: 20_000 }).toBe(1);
  await putFaults(crm().url, [{ kind: "unavailable" }]);
  await page.reload();
  const mark = page.getByRole("status").filter({ hasText: "Figures from" });
  await expect(mark).toContainText(/The service is busy or unavailable\. Retrying at /);
  expect(await readFunnel(page)).toEqual(expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
  await putFaults(crm().url, []);
  await expect(mark).toHaveCount(0);
  await expect(page.getByText("The service is busy")).toHaveCount(0);
});

test("a service that refuses is named, with both ids, and tried again at a click", async ({ page }) => {
  const standIn = await startStandIn(crm().url);
  const server = await startServer({ partnerCenterUrl: standIn.url });
  const refuse = () =>
    standIn.answerWith((response) => {
      response.writeHead(403, { "Content-Type": "application/json" });
      response.end('{"code":"900150","description":"No role.","data":[],"source":"PartnerCenter"}');
    });
  const expected = expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS));
  const alert = page.getByRole("alert");
  const watched = watchCalls(page);
  try {
    refuse();
    await page.goto(`${server.url}/?as=table`);
    await expect(alert.first()).toContainText(/role/i);
    await expect(alert.first()).toContainText(/Request ID [\da-f-]{36}, correlation ID [\da-f-]{36}/);
    // One cause is said once, however many panels lack their data for it.
    await expect(page.getByText("No role.")).toHaveCount(1);
    standIn.answerWith(null);
    await alert.first().getByRole("button", { name: "Try again" }).click();
    await expectSoon(() => readFunnel(page), expected);
    await expect(alert).toHaveCount(0);

    // What is still under way would be taken for new, and answered without anybody's help.
    await quiet(watched);
    refuse();
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(alert).toContainText(/Couldn’t refresh.*role/i);
    await expectSoon(() => readFunnel(page), expected);
    await quiet(watched);
    standIn.answerWith(null);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
  } finally {
    await server.stop();
    await standIn.stop();
  }
});

function signInPage(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><h1>Sign in</h1>");
}

test("a page instead of data is never shown as no data, however late a part of it comes", async ({
  page,
}) => {
  const standIn = await startStandIn(crm().url);
  const server = await startServer({ partnerCenterUrl: standIn.url });
  try {
    // The total comes after the next try has begun, which must not take it for its own.
    standIn.answerWith((response, asked) => {
      if (asked.includes("groupby")) signInPage(response);
      else setTimeout(() => signInPage(response), 3000);
    });
    await page.goto(server.url);
    await expect(page.getByRole("alert").first()).toContainText(/web page instead of data/);
    standIn.answerWith(null);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expect(panel(page, "Status funnel").locator("data").first()).toBeVisible();
  } finally {
    await server.stop();
    await standIn.stop();
  }
});

test("one press asks again everything that failed", { tag: "@long" }, async ({ page }) => {
  const standIn = await startStandIn(crm().url);
  const server = await startServer({ partnerCenterUrl: standIn.url });
  try {
    // What the page needs first is answered: its panels ask, and fail, each for itself.
    standIn.answerWith(async (response, asked) => {
      if (asked.includes("filter")) return signInPage(response);
      response.end(await (await fetch(crm().url + asked)).text());
    });
    await page.goto(`${server.url}/?market=US&by=size&as=table`);
    const alert = page.getByRole("alert");
    await expect(panel(page, "Status funnel").getByRole("alert")).toBeVisible();
    await expect(panel(page, "Referrals over time").getByRole("alert")).toBeVisible();
    await expect(page.getByText(/web page instead of data/)).toHaveCount(1);
    standIn.answerWith(null);
    await panel(page, "Referrals over time").getByRole("button", { name: "Try again" }).click();
    await expect(panel(page, "Status funnel").locator("data").first()).toBeVisible();
    await expect(alert).toHaveCount(0);
  } finally {
    await server.stop();
    await standIn.stop();
  }
});

test("a panel that fails leaves the others alone, and says why, what to do, and both ids to copy", async ({
  page,
}) => {
  const standIn = await startStandIn(crm().url);
  const server = await startServer({ partnerCenterUrl: standIn.url });
  try {
    standIn.answerWith(async (response, asked) => {
      if (asked.includes("partnerMarket")) return signInPage(response);
      response.end(await (await fetch(crm().url + asked)).text());
    });
    await page.goto(`${server.url}/?by=partner&as=table`);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
    const alert = panel(page, "Referrals over time").getByRole("alert");
    await expect(page.getByRole("alert")).toHaveCount(1);
    await expect(alert).toContainText(/web page instead of data.*Sign in to your network and try again/);
    const ids = alert.getByText(/^Request ID [\da-f-]{36}, correlation ID [\da-f-]{36}$/);
    await ids.selectText();
    expect(await page.evaluate(() => String(getSelection()))).toBe(await ids.textContent());
    standIn.answerWith(null);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(panel(page, "Referrals over time").getByRole("table")).toBeVisible();
    await expect(alert).toHaveCount(0);
  } finally {
    await server.stop();
    await standIn.stop();
  }
});

test("what fails after the panels is said too: the comparison, and what is overdue", {
  tag: "@long",
}, async ({ page }) => {
  const standIn = await startStandIn(crm().url);
  const server = await startServer({ partnerCenterUrl: standIn.url });
  try {
    // Neither the answer that holds all others comes, nor any of a period but the page's own.
    standIn.answerWith(async (response, asked) => {
      const query = decodeURIComponent(asked);
      const isOwn = query.includes("ge cast('2017-11-01'") && query.split("createdDate ").length <= 3;
      const isSummary = /\?groupby=customerMarket,createdDate&/.test(query);
      if (!isOwn && !isSummary && query.includes("groupby")) return signInPage(response);
      response.end(await (await fetch(crm().url + asked)).text());
    });
    // What is overdue in a period that is over needs no query of its own.
    const today = new Date().toISOString().slice(0, 10);
    await page.goto(`${server.url}/?from=2017-11-01&to=${today}&compare=last-year`);
    await expect(page.getByText("Couldn’t load the comparison.")).toBeVisible();
    await expect(page.getByText("Couldn’t load overdue referrals.")).toBeVisible();
    await expect(panel(page, "Key figures").getByText("not loaded", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Markets", exact: true }).click();
    for (const missing of ["overdue referrals", "the comparison"])
      await expect(page.getByText(`Couldn’t load ${missing}.`)).toBeVisible();
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    // Whoever comes back has it asked once more.
    await expect(panel(page, "Key figures").getByText("not loaded", { exact: true })).toBeVisible();
    standIn.answerWith(null);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("main")).toContainText(
      /overdue now|Nothing is overdue|whether anything is overdue/,
    );
  } finally {
    await server.stop();
    await standIn.stop();
  }
});

test("a server that is gone leaves the figures, says so, and is found again once it is back", {
  tag: "@long",
}, async ({ page }) => {
  // The page waits between its tries: its clock is run forward here.
  await page.clock.install();
  const expected = expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS));
  const first = await startServer({ file: CRM_FILE });
  await page.goto(`${first.url}/?as=table`);
  await expectSoon(() => readFunnel(page), expected);
  await first.stop();
  await page.getByRole("button", { name: "Refresh" }).click();
  const alert = page.getByRole("alert");
  await expect(async () => {
    await page.clock.runFor(61_000);
    await expect(alert).toContainText(/Can’t reach the server/, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expectSoon(() => readFunnel(page), expected);

  const second = await startServer({ file: CRM_FILE, port: first.port });
  try {
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expectSoon(() => readFunnel(page), expected);
  } finally {
    await second.stop();
  }
});
