import { expect, type Page, test } from "playwright/test";
import { quiet, watchCalls } from "../calls.ts";
import { slowDown } from "./conditions.ts";
import { figuresOfFile, median, RUNS } from "./figures.ts";
import { withReferrals } from "./served.ts";

const CSV = { button: "CSV", name: "CSV", referrals: 100_000, most: 2000 };
const XLSX = { button: "Excel workbook (XLSX)", name: "XLSX", referrals: 50_000, most: 5000 };
const ALL_COLUMNS =
  "customer,outcome,created,answer,age,market,partner,size,notes,acknowledged,accepted,closed,status,id";
/** So many of a hundred frames are shorter than this: a miss of one at 60 a second is 33. */
const SHARE = 0.95;
const MAX_FRAME_MS = 25;
const MAX_CANCEL_MS = 100;

const record = figuresOfFile();

/** Ms from a press in the open menu until it says this, and the lengths of the frames meanwhile. */
function press(page: Page, button: string, says: string): Promise<{ ms: number; frames: number[] }> {
  return page.evaluate(
    async ([wanted, end = ""]) => {
      const menu = document.querySelector(".popover:popover-open") as HTMLElement;
      const pressed = [...menu.querySelectorAll("button")].find((one) => one.textContent === wanted);
      if (!pressed) throw new Error(`There is no button ${wanted}.`);
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const frames: number[] = [];
      let [last, isOver] = [0, false];
      const tick = (now: number) => {
        if (last > 0) frames.push(now - last);
        last = now;
        if (!isOver) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      await nextFrame();
      const start = performance.now();
      const said = new Promise<number>((resolve) => {
        const isSaid = () => menu.querySelector("[role=status]")?.textContent?.startsWith(end);
        new MutationObserver(() => isSaid() && resolve(performance.now() - start)).observe(menu, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      });
      pressed.click();
      const ms = await said;
      await nextFrame();
      isOver = true;
      return { ms, frames };
    },
    [button, says],
  );
}

/** Lengths of frames of a page that does nothing. */
function idleFrames(page: Page, forMs: number): Promise<number[]> {
  return page.evaluate(
    (most) =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const start = performance.now();
        let last = 0;
        const tick = (now: number) => {
          if (last > 0) frames.push(now - last);
          last = now;
          if (now - start > most) resolve(frames);
          else requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    forMs,
  );
}

/** The length that this share of the frames does not exceed. */
function quantile(lengths: readonly number[], share: number): number {
  return lengths.toSorted((a, b) => a - b)[Math.ceil(lengths.length * share) - 1] ?? Number.NaN;
}

async function openList(page: Page, url: string, referrals: number, columns = ""): Promise<void> {
  const watched = watchCalls(page);
  await page.goto(`${url}/referrals?from=2023-01-01&to=2026-12-31${columns && `&cols=${columns}`}`);
  await expect(page.locator("main h2 data").first()).toHaveAttribute("value", String(referrals), {
    timeout: 120_000,
  });
  await expect(page.getByRole("grid")).toBeVisible();
  await page.getByRole("button", { name: /^Export: / }).click();
  await expect(
    page
      .getByRole("dialog", { name: /^Export: / })
      .getByRole("button")
      .first(),
  ).toBeVisible();
  await quiet(watched);
}

type Taken = { ms: number; usual: number; longest: number; idle: number };

async function takeOnce(page: Page, button: string): Promise<Taken> {
  const { ms, frames } = await press(page, button, "Saved as");
  const idle = await idleFrames(page, Math.max(ms, 500));
  return {
    ms,
    usual: quantile(frames, SHARE),
    longest: Math.max(...frames),
    idle: quantile(idle, SHARE),
  };
}

async function measureFile(page: Page, { button, name, referrals, most }: typeof CSV, what: string) {
  const taken: Taken[] = [];
  while (taken.length < RUNS) taken.push(await takeOnce(page, button));
  const write = (said: string, of: keyof Taken, target?: number) =>
    record({
      name: `${name}, ${what}: ${said}`,
      unit: "ms",
      referrals,
      cpu: 1,
      network: "local",
      values: taken.map((one) => one[of]),
      ...(target === undefined ? {} : { target }),
    });
  // A machine may miss frames by itself: what the export adds is seen beside a page that does nothing.
  const idle = median(taken.map((one) => one.idle));
  write("saved", "ms", most);
  write("95 % of frames", "usual", Math.max(MAX_FRAME_MS, idle));
  write("longest frame", "longest");
  write("95 % idle", "idle");
}

async function measureCancel(page: Page, { button, referrals }: typeof CSV): Promise<void> {
  const values: number[] = [];
  while (values.length < RUNS) {
    await page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click();
    const { ms } = await press(page, "Cancel", "Export cancelled");
    values.push(ms);
  }
  const condition = { referrals, cpu: 1, network: "local" };
  record({ name: "  cancelled", unit: "ms", ...condition, values, target: MAX_CANCEL_MS });
}

for (const file of [CSV, XLSX])
  test(`${file.referrals} referrals are taken away as ${file.name}`, async ({ page }) => {
    await withReferrals(file.referrals, async ({ url }) => {
      await slowDown(page, 1, "local");
      await openList(page, url, file.referrals);
      await measureFile(page, file, "usual columns");
      await measureCancel(page, file);
      await openList(page, url, file.referrals, ALL_COLUMNS);
      await measureFile(page, file, "all columns");
    });
  });
