import { AxeBuilder } from "@axe-core/playwright";
import { expect, type FrameLocator, type Page, test } from "playwright/test";
import { expectQuietConsole } from "../page.ts";
import { openPortal, portalAndDashboard } from "./talking.ts";

const sites = portalAndDashboard();
expectQuietConsole();

async function faults(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).include("iframe").analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

for (const [name, width, options] of [
  ["narrow and dark, for an audience @long", 352, { theme: "dark", audience: "safe" }],
  ["narrow and light", 352, { theme: "light" }],
  ["wide and light @long", 1280, { theme: "light" }],
  ["wide and dark @long", 1280, { theme: "dark" }],
] as const) {
  test(`axe finds no barrier in the framed page, ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPortal(page, sites(), { options });
    expect(await faults(page)).toEqual([]);
  });
}

test("the keyboard enters the frame and leaves it, forwards and backwards", async ({ page }) => {
  const frame = await openPortal(page, sites(), { options: { panels: ["funnel"] } });
  const [before, after] = [
    page.getByRole("link", { name: "Before" }),
    page.getByRole("link", { name: "After" }),
  ];
  for (const [from, key, to] of [
    [before, "Tab", after],
    [after, "Shift+Tab", before],
  ] as const) {
    await from.focus();
    await page.keyboard.press(key);
    await expect(frame.locator(":focus")).toHaveCount(1);
    const place = async () =>
      (await page.evaluate(() => document.activeElement?.tagName)) === "IFRAME"
        ? frame.locator("html").evaluate((root) => {
            const { activeElement } = document;
            return activeElement ? [...root.querySelectorAll("*")].indexOf(activeElement) : -1;
          })
        : "outside";
    for (let [stop, last] = [0, await place()]; stop < 60 && last !== "outside"; stop += 1) {
      await page.keyboard.press(key);
      await expect.poll(place, { intervals: [20] }).not.toBe(last);
      last = await place();
    }
    await expect(to).toBeFocused();
  }
});

const PATHS = ["/", "/funnel", "/trends", "/markets", "/times", "/?audience=safe"];

for (const [width, paths, mark] of [
  [352, ["/times"], ""],
  [752, PATHS, " @long"],
  [352, PATHS, " @long"],
] as const) {
  test(`nothing in a frame of ${width - 32} px scrolls by itself, or is as high as its window${mark}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const path of paths) {
      const frame = await openPortal(page, sites(), { path });
      await expect(async () => expect(await heights(frame), path).toEqual(QUIET)).toPass({ timeout: 30_000 });
    }
  });
}

const QUIET = { isWider: false, isHigher: false, boxes: [], rules: [] };

/** What of the framed page is wider or higher than its frame, scrolls by itself, or is measured by the window. */
function heights(frame: FrameLocator): Promise<typeof QUIET> {
  return frame.locator("html").evaluate((root) => {
    const scrolls = (node: Element) =>
      /auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight + 1;
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    return {
      isWider: root.scrollWidth > root.clientWidth,
      // Changes of up to four pixels are not told.
      isHigher: root.scrollHeight > root.clientHeight + 4,
      boxes: [...document.body.querySelectorAll("*")].filter(scrolls).map(({ className }) => className),
      rules: rules.map(({ cssText }) => cssText).filter((css) => /height: *[\d.]+d?vh/.test(css)),
    } as unknown as typeof QUIET;
  });
}

test("no picture of the framed page has another theme, direction or language than its address", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.addInitScript(() => {
    const looks = new Set<string>();
    (globalThis as unknown as { looks: Set<string> }).looks = looks;
    const look = () => {
      const root = document.documentElement;
      if (root && document.body) looks.add(`${getComputedStyle(root).backgroundColor} ${root.dir}`);
      // Words that can be seen: the page's name is there for who does not see the portal.
      if (document.querySelector("main")?.textContent) looks.add(root.lang);
      requestAnimationFrame(look);
    };
    look();
  });
  const frame = await openPortal(page, sites(), {
    options: { theme: "dark", lang: "de", dir: "rtl", panels: ["funnel"] },
  });
  const looks = await frame
    .locator("body")
    .evaluate(() => [...(globalThis as unknown as { looks: Set<string> }).looks]);
  expect(looks).toEqual(["rgb(22, 22, 21) rtl", "de"]);
});
