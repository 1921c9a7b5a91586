import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "playwright/test";
import { expectQuietConsole } from "../page.ts";
import { framed } from "./addresses.ts";
import { ask, expectDrawn, openPortal, pictures, portalAndDashboard, said, setLook } from "./talking.ts";

const sites = portalAndDashboard();
expectQuietConsole();

test("the portal sets the selection and the look, and hears of every change", async ({ page }) => {
  const frame = await openPortal(page, sites(), { options: { panels: ["funnel", "trend"], theme: "dark" } });
  await expect(frame.getByRole("region", { name: "Markets", exact: true })).toHaveCount(0);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.getByRole("navigation")).toHaveCount(0);
  const state = await ask(page, "setSelection", 0, {
    market: ["DE", "FR"],
    grain: "quarter",
    lock: ["market"],
  });
  expect(state.selection).toMatchObject({
    market: "DE,FR",
    grain: "quarter",
    lock: "market",
    chrome: "none",
  });
  await expect(frame.getByText("set by the page around this one").first()).toBeAttached();
  await expect(frame.getByRole("button", { name: /^Customer market/ })).toHaveCount(0);
  await expect(ask(page, "setSelection", 0, { grain: "fortnight" })).rejects.toThrow("grain");
  await setLook(page, "light", "en-GB", "rtl");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(frame.locator("html")).toHaveAttribute("dir", "rtl");
  const kinds = (await said(page)).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["ready", "signedIn", "resized", "selectionChanged"]));
});

test("the frame is as high as its content, whatever the portal does with the height", async ({ page }) => {
  const frame = await openPortal(page, sites());
  // A portal that answers each height with a greater one.
  await page.evaluate(() => {
    const { dashboards } = globalThis as unknown as {
      dashboards: {
        frame: HTMLIFrameElement;
        on: (kind: string, act: (event: { height: number }) => void) => void;
      }[];
    };
    const [dashboard] = dashboards;
    dashboard?.on("resized", ({ height }) => {
      dashboard.frame.style.height = `${height + 40}px`;
    });
  });
  for (const path of ["markets", "trends", "referrals", "overview"]) {
    await ask(page, "setSelection", 0, { view: path });
    await expectDrawn(frame);
    // Late figures may still change it; a frame and a page that chase each other never come to rest.
    await expect(async () => {
      const before = (await said(page)).length;
      await pictures(frame, 60);
      expect((await said(page)).length).toBe(before);
    }).toPass({ timeout: 30_000 });
    const after = await said(page);
    const { height } = await ask(page, "getState");
    expect(
      Math.abs((after.findLast(({ kind }) => kind === "resized")?.height ?? 0) - height),
    ).toBeLessThanOrEqual(4);
  }
});

test("two dashboards on one page do not hear of each other", async ({ page }) => {
  await openPortal(page, sites(), { count: 2, options: { panels: ["funnel"] } });
  await expectDrawn(framed(page, "Dashboard 2"));
  await ask(page, "setSelection", 1, { market: "DE" });
  expect((await ask(page, "getState")).selection).not.toHaveProperty("market");
  expect((await ask(page, "getState", 1)).selection).toHaveProperty("market", "DE");
});

test("the framed page has no barrier that axe finds, and the keyboard enters and leaves it", async ({
  page,
}) => {
  const frame = await openPortal(page, sites(), { options: { panels: ["funnel"] } });
  const { violations } = await new AxeBuilder({ page }).include("iframe").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole("link", { name: "Before" }).focus();
  await page.keyboard.press("Tab");
  await expect(frame.locator(":focus")).toHaveCount(1);
  for (
    let stop = 0;
    stop < 60 && (await page.evaluate(() => document.activeElement?.tagName)) === "IFRAME";
    stop += 1
  )
    await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "After" })).toBeFocused();
});

test("the example page shows the dashboard under its own policy", { tag: "@long" }, async ({ page }) => {
  await page.goto(`${sites().dashboard}/portal-example.html?panels=funnel`);
  const frame = framed(page, "Referral analytics");
  await expectDrawn(frame);
  await page.getByLabel("Theme").selectOption("dark");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("ten thousand hostile messages change nothing", async ({ page }) => {
  const frame = await openPortal(page, sites(), { options: { panels: ["funnel"] } });
  const before = await ask(page, "getState");
  const frames = await frame.locator("body").evaluate(async () => {
    let count = 0;
    const tick = () => {
      count += 1;
      requestAnimationFrame(tick);
    };
    tick();
    (globalThis as unknown as { pictures: () => number }).pictures = () => count;
    return count;
  });
  await page.evaluate(flood, 10_000);
  await pictures(frame, 10);
  const after = await ask(page, "getState");
  expect(after).toEqual({ ...before, ignored: before.ignored + 10_000 });
  const drawn = await frame
    .locator("body")
    .evaluate(() => (globalThis as unknown as { pictures: () => number }).pictures());
  expect(drawn).toBeGreaterThan(frames);
  expect(await frame.locator("body").evaluate(() => "polluted" in {})).toBe(false);
});

/** Runs in the portal's page: posts what a hostile script there would, to the window that it frames. */
function flood(count: number): void {
  const target = document.querySelector("iframe")?.contentWindow;
  const deep = `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`;
  const connect = { protocol: "referrals-dashboard", kind: "connect", version: 1 };
  const kinds: unknown[] = [
    connect,
    JSON.stringify(connect),
    JSON.stringify({ ...connect, version: 99 }),
    `{"__proto__":{"polluted":1},"protocol":"referrals-dashboard","kind":"connect","version":1}`,
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"kind":"setSelection","id":1,"selection":{"market":"DE"}}',
    deep,
    "x".repeat(100_000),
    new Uint8Array(1_000),
    null,
  ];
  for (let sent = 0; sent < count; sent += 1) target?.postMessage(kinds[sent % kinds.length], "*");
}
