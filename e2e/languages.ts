import { IntlMessageFormat } from "intl-messageformat";
import type { Page } from "playwright/test";
import { CATALOGUES } from "../src/i18n/catalogues.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Tells a text with a word of English that the other language does not have itself. */
export async function englishOnly(language: "de" | "zh-Hant"): Promise<(text: string) => boolean> {
  const [english, own] = await Promise.all([vocabulary("en"), vocabulary(language)]);
  return (text) => wordsOf(text).some((word) => english.has(word) && !own.has(word));
}

/** All that is read or heard on the page: visible texts and the names of things. */
export async function readableTexts(page: Page): Promise<string[]> {
  const seen = (await page.locator("body").innerText()).split("\n");
  const others = await page.evaluate(() => {
    const names = ["aria-label", "aria-description", "aria-valuetext", "title", "alt", "placeholder"];
    const told = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ""),
    );
    const drawn = [...document.querySelectorAll("option, svg text")].map(
      (element) => element.textContent ?? "",
    );
    return [document.title, ...told, ...drawn];
  });
  return [...seen, ...others].map((text) => text.trim()).filter(Boolean);
}

/** What isn’t valid for: texts that are cut off, and how far the page itself scrolls sideways. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const elements = document.querySelectorAll("h1, h2, h3, h4, button, .button, label, summary, nav a, dt");
    // What stands in a line has no width of its own, and what is for screen readers only has next to none.
    const cut = [...elements].filter(
      ({ clientWidth: width, scrollWidth: whole }) => width > 1 && whole > width + 1,
    );
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth} pixels`] : []),
      ...cut.map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
    ];
  });
}

async function vocabulary(language: "en" | "de" | "zh-Hant"): Promise<Set<string>> {
  const { shell, views } = CATALOGUES[language];
  const messages = Object.values({ ...(await shell()), ...(await views()) });
  return new Set(
    messages.flatMap((message) => textsOf(new IntlMessageFormat(message).getAst())).flatMap(wordsOf),
  );
}

function textsOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    if ("options" in element) return Object.values(element.options).flatMap(({ value }) => textsOf(value));
    return element.type === 0 ? [element.value] : [];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Latin}{2,}/gu) ?? [];
}
