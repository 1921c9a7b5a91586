import { expect, type Locator, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel } from "./expected.ts";
import { putFaults } from "./faults.ts";
import { readFunnel } from "./overview-page.ts";
import { expectQuietConsole, panel } from "./page.ts";
import { pictures } from "./pictures.ts";
import { expectSignInPage } from "./sign-in/steps.ts";

const server = serverForFile({ file: CRM_FILE, firstPicture: true });
const plain = serverForFile({ file: CRM_FILE });
const sample = serverForFile({});
const local = serverForFile({ file: CRM_FILE, firstPicture: true, signIn: "local" });
expectQuietConsole();

test.afterEach(async () => {
  for (const { url } of [plain(), sample()]) await putFaults(url, []);
});

const ADDRESS = addressOf(WHOLE_TIME);

/** Until the server has drawn it; whoever comes before gets the plain page. */
async function untilDrawn(page: Page, address: string): Promise<void> {
  const languages = await page.evaluate(() => navigator.languages.join(","));
  const read = () => page.request.get(server().url + address, { headers: { "Accept-Language": languages } });
  await expect
    .poll(async () => (await (await read()).text()).includes('id="first-picture"'), { timeout: 60_000 })
    .toBe(true);
}

/** Holds the page's code back; call what this gives to let it through. */
async function holdCode(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Sums up how far things move from the next navigation on, as browsers score it. */
async function noteShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Reflect.set(window, "shifts", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, "shifts", Reflect.get(window, "shifts") + Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => Number(Reflect.get(window, "shifts")));
}

const mark = (page: Page) => page.getByRole("status").filter({ hasText: "Figures from" });

test("a first visit begins with the figures that the server has drawn, and takes up a press", async ({
  page,
}) => {
  await untilDrawn(page, ADDRESS);
  const release = await holdCode(page);
  const shifts = await noteShifts(page);
  await page.goto(server().url + ADDRESS, { waitUntil: "commit" });
  await expect(mark(page)).toContainText("Loading the current ones");
  expect(await readFunnel(page)).toEqual(expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
  const headline = await page.locator("#picture .headline").textContent();
  await panel(page, "Status funnel").getByRole("button", { name: "Show as chart" }).click();
  release();
  await expect(mark(page)).toHaveCount(0);
  await expect(panel(page, "Status funnel").getByRole("table")).toHaveCount(0);
  await expect(page.locator(".headline")).toHaveText(headline ?? "");
  expect(await shifts()).toBeLessThanOrEqual(0.02);
});

test("a reader who has scrolled in the last visit's picture keeps the place when the page comes", async ({
  page,
}) => {
  await page.goto(plain().url + ADDRESS);
  await expect(panel(page, "Why it changed")).toBeVisible();
  await expect.poll(() => pictures(page), { timeout: 20_000 }).toBe(1);
  // The picture that a page leaves is as high as the page.
  const lowest = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(lowest).toBeGreaterThan(1910);
  const release = await holdCode(page);
  await page.reload({ waitUntil: "commit" });
  await expect(mark(page)).toBeVisible();
  await page.mouse.wheel(0, 10);
  const place = () => page.evaluate(() => scrollY);
  await expect.poll(place).toBe(10);
  await page.mouse.wheel(0, 1900);
  await expect.poll(place).toBe(1910);
  release();
  await expect(mark(page)).toHaveCount(0);
  expect(await place()).toBe(1910);
  await expect(panel(page, "Why it changed")).toBeVisible();
  expect(await place()).toBe(1910);
});

for (const [how, press] of [
  ["with the mouse", (list: Locator) => list.click()],
  ["by keyboard", (list: Locator) => list.press("ArrowDown")],
] as const)
  test(`a list of the picture that is pressed ${how} opens in the page`, async ({ page }) => {
    await untilDrawn(page, ADDRESS);
    const release = await holdCode(page);
    const opened: string[] = [];
    await page.exposeFunction("noteOpened", (name: string) => opened.push(name));
    await page.addInitScript(() =>
      Reflect.set(HTMLSelectElement.prototype, "showPicker", function (this: HTMLSelectElement) {
        Reflect.get(window, "noteOpened")(this.ariaLabel);
      }),
    );
    await page.goto(server().url + ADDRESS, { waitUntil: "commit" });
    const list = page.locator("#picture select").first();
    const [before, name] = [await list.inputValue(), await list.getAttribute("aria-label")];
    await press(list);
    expect(await list.inputValue()).toBe(before);
    release();
    await expect.poll(() => opened).toEqual([name]);
    await expect(mark(page)).toHaveCount(0);
    await expect(page.locator("#root select").first()).toBeFocused();
  });

test("without a picture nothing moves either, however slowly the figures come", async ({ page }) => {
  await putFaults(plain().url, [{ kind: "slow", ms: 300 }]);
  const shifts = await noteShifts(page);
  await page.goto(`${plain().url}/`);
  await expect(panel(page, "Why it changed")).toBeVisible();
  await expect(page.locator(".figure__note--waiting")).toHaveCount(0);
  expect(await shifts()).toBeLessThanOrEqual(0.005);
});

for (const [view, last] of [
  ["/", "Why it changed"],
  ["/times", "Over time"],
] as const)
  test(`nor in ${view} where some referrals have no created date, and all of them are read`, async ({
    page,
  }) => {
    await putFaults(sample().url, [{ kind: "slow", ms: 700 }]);
    const shifts = await noteShifts(page);
    await page.goto(sample().url + view);
    await expect(
      panel(page, last).getByRole("figure").or(panel(page, last).getByRole("table")).first(),
    ).toBeVisible();
    await expect(page.locator(".figure__note--waiting, .records-progress")).toHaveCount(0);
    expect(await shifts()).toBeLessThanOrEqual(0.02);
  });

for (const [when, show] of [
  ["when a reader scrolls", (page: Page) => page.mouse.wheel(0, 100)],
  ["when the page takes long", (page: Page) => page.clock.runFor(2000)],
] as const)
  test(`panels below the screen join the picture ${when}`, async ({ page }) => {
    await untilDrawn(page, ADDRESS);
    await holdCode(page);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 1000);
    await page.goto(server().url + ADDRESS, { waitUntil: "commit" });
    const titles = page.locator("#picture main h2");
    await expect
      .poll(async () => {
        await page.clock.runFor(50);
        return titles.allInnerTexts();
      })
      .toContain("Status funnel");
    await page.clock.runFor(200);
    await expect(titles.filter({ hasText: "Request log" })).toHaveCount(0);
    await show(page);
    await expect(titles.filter({ hasText: "Request log" })).toHaveCount(1);
  });

test("a reader who has chosen another language sees no picture in this one", async ({ page }) => {
  await untilDrawn(page, ADDRESS);
  await page.addInitScript(() => localStorage.setItem("lang", "de"));
  await page.addInitScript(() => addEventListener("picture", () => Reflect.set(window, "hadPicture", true)));
  await page.goto(server().url + ADDRESS);
  await expect(page.getByRole("region", { name: "Statustrichter" })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, "hadPicture"))).toBeUndefined();
});

test("where the device never answers the page begins as on a first visit", async ({ page }) => {
  const release = await holdCode(page);
  await page.addInitScript(() => {
    localStorage.setItem("picture", "token");
    Reflect.set(IDBFactory.prototype, "open", () => new EventTarget());
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1000);
  await page.goto(`${local().url}/trends`, { waitUntil: "commit" });
  const root = page.locator("html");
  await expect(root).toHaveAttribute("data-picture", "expected");
  await page.clock.runFor(500);
  await expect(root).not.toHaveAttribute("data-picture");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  await page.clock.resume();
  release();
  await expectSignInPage(page);
});

test("browsers may keep the scripts that the first paint waits for", async ({ page }) => {
  const html = await (await page.request.get(`${plain().url}/`)).text();
  const scripts = html.match(/(first-look|picture)\.js\?v=\w+/g) ?? [];
  expect(scripts).toHaveLength(2);
  for (const script of scripts) {
    const response = await page.request.get(`${plain().url}/${script}`);
    expect(response.headers()["cache-control"]).toContain("immutable");
  }
});

test("where people sign in nothing is drawn for a stranger", async ({ page }) => {
  for (let nth = 0; nth < 3; nth += 1)
    expect(await (await page.request.get(local().url + ADDRESS)).text()).not.toContain("first-picture");
});
