import { expect, type Page, test } from "playwright/test";
import { VIEW_PATHS } from "./all-figures.ts";
import { CRM_FILE, serverForFile, WHOLE_TIME } from "./crm.ts";
import { chance } from "./mixed-data.ts";
import { expectQuietConsole } from "./page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const [QUICK, LONG] = [40, 500];
const START = `/?from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;

/** What a reader can press without leaving the page or taking a file from it. */
const PRESSABLE =
  "main button, main a[href^='/'], main tbody td, nav a, [role=dialog] button, .header button";
const LEAVES = /print|export|csv|xlsx|png|download|copy|new tab|teams|language|sign out|reload|full screen/i;

/**
 * Replaces texts as the translators of browsers do: each by two nested `font` elements, in one step or in two. The words
 * stay what they are, so that a page can be compared with one that nobody translates.
 */
function translatePage(): void {
  let count = 0;
  const isWanted = (text: Node) =>
    text.nodeValue?.trim() &&
    text.parentElement instanceof HTMLElement &&
    !text.parentElement.closest("font, script, style, noscript, textarea, title, [translate=no]");
  const translate = (text: Node) => {
    if (!isWanted(text)) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.append(text.nodeValue ?? "");
    outer.append(inner);
    count += 1;
    if (count % 2) text.parentNode?.replaceChild(outer, text);
    else {
      text.parentNode?.insertBefore(outer, text);
      text.parentNode?.removeChild(text);
    }
  };
  const translateAll = (node: Node) => {
    const found: Node[] = node instanceof Text ? [node] : [];
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) translate(text);
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const node of target instanceof Text ? [target] : addedNodes) translateAll(node);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

/** Presses something that is on the page, or a key; says what. */
async function pressSomething(page: Page, next: () => number): Promise<string> {
  if (next() < 0.12) {
    const key = ["t", "Control+z", "Escape"][Math.floor(next() * 3)] ?? "t";
    await page.keyboard.press(key);
    return key;
  }
  const pressed = await page.evaluate(
    ([selector, leaves, at]) => {
      const pattern = new RegExp(leaves, "i");
      const open = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) &&
          !one.matches(":disabled, [aria-disabled=true]") &&
          !pattern.test(`${one.textContent} ${one.getAttribute("aria-label")}`),
      );
      const one = open[Math.floor(at * open.length)];
      one?.click();
      return `${one?.tagName} ${one?.textContent} ${one?.getAttribute("aria-label")}`;
    },
    [PRESSABLE, LEAVES.source, next()] as const,
  );
  return pressed;
}

/** Goes on where presses lead nowhere: another view, mostly with another period or filter. */
async function goElsewhere(page: Page, next: () => number): Promise<string> {
  const path = VIEW_PATHS[Math.floor(next() * VIEW_PATHS.length)];
  const link = page.locator(`nav a[href^="${path}?"], nav a[href="${path}"]`).first();
  await link.evaluate((node) => (node as HTMLElement).click());
  return `to ${path}`;
}

/**
 * All that the panels of a view say, without blanks; the log of requests is another one in each page. Some panels load when
 * they are near, and each page has been scrolled another way.
 */
async function readAll(page: Page): Promise<string[]> {
  const panels = page.locator("main .panel").filter({ hasNotText: "Request log" });
  // A page in the background draws nothing, and so sees nothing come near.
  await page.bringToFront();
  // One by one in the page itself: a panel that is replaced meanwhile would be waited for.
  await panels.evaluateAll(async (nodes) => {
    for (const node of nodes) {
      node.scrollIntoView();
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    }
  });
  return (await panels.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ""));
}

for (const [name, count, seed] of [
  ["quick", QUICK, 3],
  ["long @long", LONG, 1],
] as const)
  test(`a page that the browser translates works on and shows what is true: ${name}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(600_000);
    const next = chance(seed);
    const done: string[] = [];
    await page.addInitScript(translatePage);
    await page.goto(crm().url + START);
    await expect(page.locator("main font:visible").first()).toBeVisible();
    for (let at = 0; at < count; at++) {
      done.push(at % 8 === 7 ? await goElsewhere(page, next) : await pressSomething(page, next));
      // As fast as a hurried reader, so that answers come in between.
      if (next() < 0.3) await expect(page.locator("main .is-old, main .skeleton")).toHaveCount(0);
      await expect(page.getByText("Something went wrong. Reload"), done.slice(-5).join(" > ")).toHaveCount(0);
    }
    expect(await page.locator("main font").count()).toBeGreaterThan(20);
    const plain = await context.newPage();
    // From one view to the next each is made anew, as in the page beside it.
    for (const path of [...VIEW_PATHS].reverse().concat("/referrals")) {
      const link = page.locator(`nav a[href^="${path}?"], nav a[href="${path}"]`).first();
      await page.keyboard.press("Escape");
      await link.evaluate((node) => (node as HTMLElement).click());
      await plain.goto(page.url());
      await expect(async () => {
        expect(await readAll(page)).toEqual(await readAll(plain));
      }).toPass({ timeout: 30_000 });
    }
  });
