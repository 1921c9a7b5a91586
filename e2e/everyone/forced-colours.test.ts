import { expect, type Page, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { PAGES, show } from "./looks.ts";

const server = serverForFile({});

/** Marks without a text, each with its colour as drawn. */
function marks(page: Page): Promise<{ name: string; colour: string }[]> {
  return page.locator("main").evaluate((main) =>
    [...main.querySelectorAll("*")]
      .filter((node) => node.textContent === "" && node.getBoundingClientRect().width > 1)
      .map((node) => ({
        name: `${node.className} in ${node.parentElement?.className}`,
        colour: getComputedStyle(node).backgroundColor,
      })),
  );
}

test("marks of charts keep their colours where the reader forces others", { tag: "@long" }, async ({
  page,
}) => {
  await page.goto(server().url);
  for (const address of [...PAGES, "/?audience=safe"]) {
    await page.emulateMedia({ forcedColors: "none" });
    await show(page, address, "en");
    const before = await marks(page);
    expect(before.length, address).toBeGreaterThan(0);
    await page.emulateMedia({ forcedColors: "active" });
    const after = await marks(page);
    const isDrawn = ({ colour }: { colour: string }) => colour !== "rgba(0, 0, 0, 0)";
    expect(after.filter(isDrawn), address).toEqual(expect.arrayContaining(before.filter(isDrawn)));
  }
});
