import { expect, type FrameLocator, type Page, test } from "playwright/test";
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
  await expect(frame.getByText("set by the portal").first()).toBeAttached();
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
  await echo(page, 40);
  for (const path of ["markets", "trends", "referrals", "overview"]) {
    await ask(page, "setSelection", 0, { view: path });
    await expectDrawn(frame);
    // Late figures may still change it; a frame and a page that chase each other never come to rest.
    await quiet(page, frame);
    const after = await said(page);
    const { height } = await ask(page, "getState");
    expect(
      Math.abs((after.findLast(({ kind }) => kind === "resized")?.height ?? 0) - height),
    ).toBeLessThanOrEqual(4);
  }
});

test("two dashboards on one page do not hear of each other", { tag: "@long" }, async ({ page }) => {
  await openPortal(page, sites(), { count: 2, options: { panels: ["funnel"] } });
  await expectDrawn(framed(page, "Dashboard 2"));
  await ask(page, "setSelection", 1, { market: "DE" });
  expect((await ask(page, "getState")).selection).not.toHaveProperty("market");
  expect((await ask(page, "getState", 1)).selection).toHaveProperty("market", "DE");
});

test("a change of the content is told in one message or two, whatever the portal does with it", {
  tag: "@long",
}, async ({ page }) => {
  const frame = await openPortal(page, sites(), { options: { panels: ["funnel"] } });
  for (const extra of [0, 40]) {
    await echo(page, extra);
    await quiet(page, frame);
    for (const height of [300, 137]) {
      const before = (await said(page)).length;
      const changed = await frame.locator("main").evaluate(async (main, pixels) => {
        const block = document.querySelector<HTMLElement>("#block") ?? document.createElement("div");
        block.id = "block";
        block.style.height = `${pixels}px`;
        main.append(block);
        return performance.timeOrigin + performance.now();
      }, height);
      await quiet(page, frame);
      const told = (await said(page)).slice(before);
      const { timeOrigin } = await page.evaluate(() => ({ timeOrigin: performance.timeOrigin }));
      const after = told.map(({ at }) => Math.round(timeOrigin + at - changed));
      test.info().annotations.push({ type: "ms", description: after.join() });
      expect(told.map(({ kind }) => kind)).toEqual(told.length === 1 ? ["resized"] : ["resized", "resized"]);
    }
  }
});

/** From now on the portal makes the frame so many pixels higher than it is told. */
function echo(page: Page, extra: number): Promise<void> {
  return page.evaluate((pixels) => {
    const { dashboards } = globalThis as unknown as {
      dashboards: {
        frame: HTMLIFrameElement;
        on: (kind: string, act: (event: { height: number }) => void) => void;
      }[];
    };
    const [dashboard] = dashboards;
    dashboard?.on("resized", ({ height }) => {
      dashboard.frame.style.height = `${height + pixels}px`;
    });
  }, extra);
}

/** Waits until nothing has been said for 30 pictures of the frame. */
async function quiet(page: Page, frame: FrameLocator): Promise<void> {
  await expect(async () => {
    const before = (await said(page)).length;
    await pictures(frame, 30);
    expect((await said(page)).length).toBe(before);
  }).toPass({ timeout: 30_000 });
}

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
  const inPeace = await picturesWithin(frame, FLOOD_MS);
  const [inFlood] = await Promise.all([
    picturesWithin(frame, FLOOD_MS),
    page.evaluate(flood, { count: 10_000, ms: FLOOD_MS }),
  ]);
  test.info().annotations.push({ type: "pictures", description: `${inPeace} before, ${inFlood} meanwhile` });
  const after = await ask(page, "getState");
  expect(after).toEqual({ ...before, ignored: before.ignored + 10_000 });
  // As many as before on a machine at rest, fewer on one that is busy sending. A millisecond for each message would
  // leave none.
  expect(inFlood).toBeGreaterThan(5);
  expect(await frame.locator("body").evaluate(() => "polluted" in {})).toBe(false);
});

const FLOOD_MS = 2_000;

/** How many pictures the framed page gets drawn in so many ms. */
function picturesWithin(frame: FrameLocator, ms: number): Promise<number> {
  return frame.locator("body").evaluate(
    (_body, length) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const count = (so: number) =>
          requestAnimationFrame(() => (performance.now() - start < length ? count(so + 1) : resolve(so)));
        count(0);
      }),
    ms,
  );
}

/** Runs in the portal's page: posts what a hostile script there would, to the window that it frames, in `ms`. */
async function flood({ count, ms }: { count: number; ms: number }): Promise<void> {
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
  const start = performance.now();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.ceil((count * (performance.now() - start)) / ms) + 1);
    for (; sent < due; sent += 1) target?.postMessage(kinds[sent % kinds.length], "*");
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
