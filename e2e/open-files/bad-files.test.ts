import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE } from "../crm.ts";
import { expectQuietConsole, expectSoon } from "../page.ts";
import { confirm, drop, dropPaths, report } from "./opening.ts";
import { staticSite } from "./static-site.ts";

const site = staticSite();
expectQuietConsole();

const HEAD = "id,status,customerMarket,createdDate";
const GOOD = { name: "good.csv", text: `${HEAD}\na1,Won,US,2026-10-01\na2,Lost,DE,2026-10-02\n` };

async function openGood(page: Page): Promise<void> {
  await page.goto(site());
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  await drop(page, [GOOD]);
  await confirm(page);
}

/** What was shown is there as before. */
async function expectGood(page: Page): Promise<void> {
  await expect(page.getByText("good.csv: opened in this tab")).toBeVisible();
  await expect(page.getByText("2 referrals", { exact: true }).first()).toBeVisible();
}

type Refused = { prototype: "IDBFactory" | "IDBDatabase"; method: "open" | "transaction"; name: string };

/** Lets the worker's next use of its storage fail. */
async function failStorage(page: Page, refused: Refused): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes("file-store"));
  await worker?.evaluate(({ prototype, method, name }) => {
    const { prototype: of } = Reflect.get(globalThis, prototype);
    const own = Reflect.get(of, method);
    Reflect.set(of, method, () => {
      Reflect.set(of, method, own);
      throw new DOMException("Refused.", name);
    });
  }, refused);
}

test("files that cannot be opened are told, and what was shown stays", async ({ page }) => {
  await openGood(page);
  const many = Array.from({ length: 500 }, (_, at) => ({ name: `${at}.csv`, text: `${HEAD}\n` }));
  for (const [files, sentence] of [
    [many, "500 files at once are too many; open up to 200, or pack them as .zip."],
    [[{ name: "empty.csv", text: "" }], "empty.csv is empty."],
    [[{ name: "page.html", text: "<!doctype html><html></html>" }], /page\.html is a document, not a table/],
    [[{ name: "none.csv", text: `${HEAD}\nb1,Won,US,\n` }], /No row has a created date/],
    [[{ name: "cut.csv", text: `${HEAD}\n1.12E+05,Won,US,2026-10-01\n` }], /IDs in cut\.csv were cut/],
  ] as const) {
    await drop(page, files);
    await expect(report(page).getByText(sentence)).toBeVisible();
    await expect(report(page).getByRole("button", { name: "Open", exact: true })).toHaveCount(0);
    await report(page).getByRole("button", { name: "Close" }).click();
    await expectGood(page);
  }
  // What is missing is added beside it.
  await drop(page, [{ name: "none.csv", text: `${HEAD}\nb1,Won,US,\n` }]);
  const chooses = page.waitForEvent("filechooser");
  await report(page).getByRole("button", { name: "Add files" }).click();
  const more = { name: "more.csv", mimeType: "text/csv", buffer: Buffer.from(GOOD.text) };
  await (await chooses).setFiles(more);
  await expect(report(page).getByText("3 referrals found.")).toBeVisible();
  await confirm(page);
  await expect(page.getByText("none.csv, more.csv: opened in this tab")).toBeVisible();
});

test("the same file twice is read once, a folder with all that is in it", async ({ page }) => {
  await page.goto(site());
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
  const folder = await mkdtemp(join(tmpdir(), "dropped-"));
  try {
    await mkdir(join(folder, "inner"));
    await writeFile(join(folder, "a.csv"), GOOD.text);
    await writeFile(join(folder, "inner", "b.csv"), GOOD.text);
    await dropPaths(page, [folder]);
    await expect(
      report(page).getByText("b.csv has the same content as a.csv and is read once."),
    ).toBeVisible();
    await expect(report(page).getByText("2 referrals found.")).toBeVisible();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a file that changes while it is read is told; the order of its dates is asked for", async ({
  page,
}) => {
  await openGood(page);
  const folder = await mkdtemp(join(tmpdir(), "dropped-"));
  const path = join(folder, "open-dates.csv");
  const text = `${HEAD}\nc1,Won,US,03/04/2026\n`;
  try {
    await writeFile(path, text);
    await dropPaths(page, [path]);
    // By keyboard: the question has the focus, and keeps it while both answers are compared.
    await expect(report(page).getByLabel("Day")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(
      report(page).getByText(/day first, as you chose\. 03\/04\/2026 is Apr 3, 2026/),
    ).toBeVisible();
    await writeFile(path, `${text}c2,Won,US,04/04/2026\n`);
    await expect(report(page).getByRole("button", { name: "Open", exact: true })).toBeVisible();
    await expect(report(page).getByLabel("Day")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(report(page).getByLabel("Month")).toBeFocused();
    await expect(report(page).getByText(/open-dates\.csv was moved, changed or deleted/)).toBeVisible();
    await report(page).getByRole("button", { name: "Close" }).click();
    await expectGood(page);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a device that refuses to keep files, or has no room, leaves them open in the tab", async ({ page }) => {
  await openGood(page);
  const keep = page.getByRole("button", { name: "Keep on this device" });
  await failStorage(page, { prototype: "IDBFactory", method: "open", name: "SecurityError" });
  await keep.click();
  await expect(page.getByText("This browser keeps nothing here")).toBeVisible();
  await expectGood(page);
  const client = await page.context().newCDPSession(page);
  await client.send("Storage.overrideQuotaForOrigin", { origin: site(), quotaSize: 1 });
  await keep.click();
  await expect(page.getByText("This device has no room")).toBeVisible();
  await expectGood(page);
});

/** What the browser stores of opened files. */
function storedFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    if (databases.length === 0) return 0;
    const opening = indexedDB.open("keyval-store");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const counting = opening.result.transaction("keyval").objectStore("keyval").count();
    await new Promise((resolve) => counting.addEventListener("success", resolve));
    opening.result.close();
    return counting.result;
  });
}

/** Lets the worker's storage hang, as a busy disk does. */
async function hangStorage(page: Page): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes("file-store"));
  await worker?.evaluate(() => {
    const store = { put() {}, transaction: {} };
    IDBDatabase.prototype.transaction = () => ({ objectStore: () => store }) as never;
  });
}

test("where nothing would look for them, no files are left on the device", async ({ page }) => {
  await openGood(page);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      if (name === "files-kept") throw new DOMException("Full.", "QuotaExceededError");
      set.call(this, name, value);
    };
  });
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("This browser keeps nothing here")).toBeVisible();
  await expectGood(page);
  expect(await storedFiles(page)).toBe(0);
});

test("files that cannot be removed are said to be there still", async ({ page }) => {
  await openGood(page);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("good.csv: kept on this device")).toBeVisible();
  await failStorage(page, { prototype: "IDBDatabase", method: "transaction", name: "UnknownError" });
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("The files couldn’t be removed from this device.")).toBeVisible();
  await expect(page.getByText("good.csv: kept on this device")).toBeVisible();
  await page.getByRole("button", { name: "Forget" }).click();
  await expect(page.getByText("Removed from this device.")).toBeVisible();
  expect(await storedFiles(page)).toBe(0);
});

test("left while files are being kept, the page says so when it is back", async ({ page }) => {
  await openGood(page);
  await hangStorage(page);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("good.csv: opened in this tab")).toBeVisible();
  await page.reload();
  await expect(
    page.getByText("The files kept on this device couldn’t be read. Open them again."),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
});

test("two tabs that import at the same moment each show their own, and one of them is kept", async ({
  page,
  context,
}) => {
  await openGood(page);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("good.csv: kept on this device")).toBeVisible();
  const other = await context.newPage();
  await other.goto(site());
  await expect(other.getByText("good.csv: kept on this device")).toBeVisible();
  const tabs = [
    { tab: page, name: "one.csv", text: `${HEAD}\ne1,Won,FR,2026-11-01\n` },
    { tab: other, name: "two.csv", text: `${HEAD}\nf1,Won,IT,2026-11-02\nf2,Won,IT,2026-11-02\n` },
  ];
  for (const { tab, name, text } of tabs) await drop(tab, [{ name, text }]);
  await Promise.all(
    tabs.map(({ tab }) => report(tab).getByRole("button", { name: "Open", exact: true }).click()),
  );
  // What an import lacks stays: the two referrals from before are in both.
  for (const [at, { tab, name }] of tabs.entries()) {
    await expect(tab.getByText(`good.csv, ${name}: `)).toBeVisible();
    await expect(tab.getByText(`${at + 3} referrals`, { exact: true }).first()).toBeVisible();
  }
  const isSaid = async () => {
    const said = tabs.map(({ tab }) => tab.getByText("Another tab has kept or removed files").isVisible());
    return { isSaid: (await Promise.all(said)).some(Boolean) };
  };
  await expectSoon(isSaid, { isSaid: true });
  // Both find the same whole import.
  for (const { tab } of tabs) await tab.reload();
  const kept = page.getByText(/^good\.csv, (one|two)\.csv: kept on this device/);
  await expect(kept).toBeVisible();
  const name = /one|two/.exec((await kept.textContent()) ?? "")?.[0];
  for (const { tab } of tabs) {
    await expect(tab.getByText(`good.csv, ${name}.csv: kept on this device`)).toBeVisible();
    await expect(tab.getByText(`${name === "one" ? 3 : 4} referrals`, { exact: true }).first()).toBeVisible();
  }
});

test("another tab that keeps other files changes no figures here", async ({ page, context }) => {
  await openGood(page);
  await page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(page.getByText("good.csv: kept on this device")).toBeVisible();
  const other = await context.newPage();
  await other.goto(site());
  await expect(other.getByText("good.csv: kept on this device")).toBeVisible();
  await drop(other, [{ name: "other.csv", text: `${HEAD}\nd1,Won,FR,2026-11-01\n` }]);
  await report(other).getByRole("button", { name: "Open", exact: true }).click();
  // Imported over what is kept, and so kept too.
  await expect(other.getByText("good.csv, other.csv: kept on this device")).toBeVisible();
  await expect(page.getByText("Another tab has kept or removed files")).toBeVisible();
  await expect(page.getByText("good.csv: opened in this tab")).toBeVisible();
  await expect(page.getByText("Kept on this device: good.csv, other.csv, read")).toBeVisible();
  await page.reload();
  await expect(page.getByText("good.csv, other.csv: kept on this device")).toBeVisible();

  // Undone where it was imported, what was kept before is shown and kept again.
  await other.getByRole("button", { name: "Undo opening" }).click();
  await expect(other.getByText("good.csv: kept on this device")).toBeVisible();
  await expect(other.getByText("2 referrals", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Another tab has kept or removed files")).toBeVisible();
  await page.reload();
  await expect(page.getByText("good.csv: kept on this device")).toBeVisible();
  await expect(page.getByText("2 referrals", { exact: true }).first()).toBeVisible();
});

test("left while files are read, the page says so when it is back", async ({ page }) => {
  await page.goto(site());
  const chooses = page.waitForEvent("filechooser");
  await page.getByRole("banner").getByRole("button", { name: "Open files" }).click();
  // Reloads in the moment in which the reading begins.
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      set.call(this, name, value);
      if (name === "files-reading") location.reload();
    };
  });
  await (await chooses).setFiles(CRM_FILE);
  await expect(page.getByText("Opening files was interrupted, so nothing has changed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Open your files" })).toBeVisible();
});
