import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { expectQuietConsole, goTo, panel } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const funnel = (page: Page) => panel(page, "Status funnel");

test("changes are undone and redone by key and by button; single keys change views, unless they are switched off", async ({
  page,
}) => {
  test.slow();
  await test.step("a change is taken back and made again, by key and by button", async () => {
    await page.goto(crm().url);
    await page.getByRole("button", { name: "United States" }).first().click();
    await expect(page).toHaveURL(/market=US/);
    await page.getByLabel("Breakdown").selectOption("outcome");
    await expect(page).toHaveURL(/by=outcome/);
    await page.keyboard.press("Escape");
    await page.locator("body").press("Control+z");
    await expect(page).not.toHaveURL(/by=outcome/);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page).not.toHaveURL(/market/);
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    await page.locator("body").press("Control+Shift+z");
    await expect(page).toHaveURL(/market=US/);
  });
  await test.step("a change of the view is taken back too, and made again", async () => {
    await goTo(page, crm().url);
    await page.getByRole("button", { name: "United States" }).first().click();
    await expect(page).toHaveURL(/\/\?market=US/);
    await page.getByRole("link", { name: "Markets", exact: true }).click();
    await expect(page).toHaveURL(/\/markets\?market=US/);
    await expect(page.getByRole("button", { name: "Redo" })).toBeDisabled();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page).toHaveURL(/\/\?market=US/);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page).not.toHaveURL(/market/);
    for (const _ of "↷↷") await page.getByRole("button", { name: "Redo" }).click();
    await expect(page).toHaveURL(/\/markets\?market=US/);
    await expect(page.getByRole("button", { name: "Redo" })).toBeDisabled();
  });
  await test.step("single keys change views and show tables, unless they are switched off", async () => {
    await goTo(page, `${crm().url}/?market=GB`);
    await expect(funnel(page)).toBeVisible();
    await page.keyboard.press("t");
    await expect(funnel(page).getByRole("table").first()).toBeVisible();
    await page.keyboard.press("4");
    await expect(page).toHaveURL(/\/markets\?market=GB&as=table/);
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(help).toBeVisible();
    await help.getByRole("checkbox").uncheck();
    await help.getByRole("button", { name: "Close" }).click();
    await page.locator("main").press("1");
    await expect(page).toHaveURL(/\/markets/);
  });
});

/** So many markets by their codes that a link holds them no longer. */
const manyMarkets = (count: number) => Array.from({ length: count }, (_, at) => `M${at}`).join(",");

test("what an address cannot hold is said, and the view is saved instead", async ({ page }) => {
  await test.step("a choice that the address cannot hold any more is said, not swallowed", async () => {
    await page.goto(`${crm().url}/?market=US,${manyMarkets(1515)}`);
    await page.getByLabel("Breakdown").selectOption("outcome");
    await expect(page.getByRole("status").filter({ hasText: "can’t hold more than 8,000" })).toBeVisible();
    await expect(page).not.toHaveURL(/by=outcome/);
  });
  await test.step("an address that is too long for a link says so, and the view is saved instead", async () => {
    await goTo(page, `${crm().url}/?market=US,${manyMarkets(500)}`);
    const notice = page.getByRole("status").filter({ hasText: "Many programs cut links after 2,000" });
    await notice.getByRole("button", { name: "Save this view" }).click();
    await expect(notice).toContainText(/Saved as “Overview .*” under Saved views/);
    await page.getByRole("banner").getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("dialog").getByText("Many programs cut links")).toBeVisible();
    await page.keyboard.press("Escape");
    const address = page.url();
    await goTo(page, `${crm().url}/?market=GB`);
    await expect(notice).toHaveCount(0);
    await page.getByRole("button", { name: "Saved views" }).click();
    await page.getByRole("button", { name: /^Overview / }).click();
    await expect(page).toHaveURL(address);
  });
});

test("the list has a search of its own; a view is saved under a name, and begins the day", async ({
  page,
}) => {
  await test.step("Ctrl+F in the list goes to the list's own search", async () => {
    await page.goto(`${crm().url}/referrals`);
    const search = page.getByRole("searchbox", { name: "Search names and IDs" });
    await expect(search).toBeVisible();
    await page.getByRole("grid").getByRole("columnheader").first().press("Control+f");
    await expect(search).toBeFocused();
  });
  await test.step("a view is saved under a name, begins the day, and is opened again", async () => {
    await goTo(page, `${crm().url}/markets?market=GB`);
    await page.getByRole("button", { name: "Saved views" }).click();
    await page.getByRole("textbox", { name: "View name" }).fill("<b>UK</b>");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Open <b>UK</b> by default" }).click();
    await page.goto(crm().url);
    await expect(page).toHaveURL(/\/markets\?market=GB/);
    // Chosen on purpose, the Overview stays.
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(funnel(page)).toBeVisible();
  });
});

const file = (name: string, content: unknown) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

test("saved views go into a file and come out of one; what is wrong with a file is said", async ({
  page,
}) => {
  await page.goto(`${crm().url}/funnel?market=GB`);
  await page.getByRole("button", { name: "Saved views" }).click();
  const views = page
    .getByRole("list")
    .filter({ has: page.getByRole("button", { name: /^Open .* by default$/ }) });
  const names = () => views.locator("bdi").allTextContents();
  const save = async (name: string) => {
    await page.getByRole("textbox", { name: "View name" }).fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect.poll(names).toContain(name);
  };
  await save("UK");
  await save("Other");
  await page.getByRole("button", { name: "Open UK by default" }).click();
  await save("UK");
  await expect(page.getByRole("button", { name: "Open UK by default" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as file" }).click();
  const saved = await readFile(await (await downloading).path(), "utf8");
  const view = { address: "/funnel?market=GB" };
  expect(JSON.parse(saved)).toEqual({
    version: 1,
    views: [
      { name: "UK", ...view, isDefault: true },
      { name: "Other", ...view, isDefault: false },
    ],
  });

  const input = page.locator("input[type=file]");
  const note = page.getByRole("status");
  const wrong: [string, unknown, RegExp][] = [
    ["notes.json", "{", /“notes.json” isn’t valid JSON/],
    ["other.json", { version: 1, rows: [] }, /“other.json” contains no saved views/],
    ["later.json", { version: 2, views: [] }, /“later.json” uses version 2/],
    ["away.json", { version: 1, views: [{ name: "x", address: "//example.com" }] }, /View 1 in “away.json”/],
  ];
  for (const [name, content, words] of wrong) {
    await input.setInputFiles(file(name, content));
    await expect(note.filter({ hasText: words })).toBeVisible();
  }
  expect(await names()).toEqual(["UK", "Other"]);
  const more = { version: 1, views: ["Third", "UK"].map((name) => ({ name, address: "/times" })) };
  await input.setInputFiles(file("views.json", more));
  await expect(note.filter({ hasText: "2 views imported, 1 replaced." })).toBeVisible();
  expect(await names()).toEqual(["UK", "Other", "Third"]);
  await page.getByRole("button", { name: "UK", exact: true }).click();
  await expect(page).toHaveURL(/\/times$/);
});

test("a link to what is looked at is copied, and goes to Teams and into a letter", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${crm().url}/funnel?market=GB,US&outcome=won`);
  await page.getByRole("banner").getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  const hrefOf = async (name: string) =>
    new URL((await page.getByRole("link", { name }).getAttribute("href")) ?? "");
  const teams = await hrefOf("Share to Teams");
  expect([teams.host, teams.searchParams.get("href")]).toEqual(["teams.microsoft.com", page.url()]);
  const mail = await hrefOf("Send by email");
  expect([mail.protocol, mail.searchParams.get("body")]).toEqual(["mailto:", page.url()]);
});

test("the theme is chosen, kept, and asked for by an address", async ({ page }) => {
  await page.goto(crm().url);
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  await expect.poll(scheme).toBe("dark");
  await page.reload();
  await expect.poll(scheme).toBe("dark");
  await page.goto(`${crm().url}/?theme=light`);
  await expect.poll(scheme).toBe("light");
});

test("the page works where storage throws, and says what it cannot keep", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Refused", "SecurityError");
      },
    });
  });
  await page.goto(crm().url);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByLabel("Theme").selectOption("dark");
  await page.getByRole("button", { name: "Saved views" }).click();
  await page.getByRole("textbox", { name: "View name" }).fill("mine");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/storage for this page. Saved views are lost/)).toBeVisible();
  await expect(page.getByRole("button", { name: "mine", exact: true })).toBeVisible();
});
