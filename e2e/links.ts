import type { Page } from "playwright/test";

/** A link to the list of referrals: where it leads, how many its title says it opens, and what is written on it. */
export type RecordsLink = { address: string; count: number; value: number; text: string; panel: string };

/** Every link of the page to referrals; one that names a single referral is none of them. */
export function linksOf(page: Page): Promise<RecordsLink[]> {
  return page.locator('main a[href*="/referrals"]:not([href*="row="])').evaluateAll((links) =>
    links.map((link) => {
      const [, shown] = /Show ([\d,]+) referrals?$/.exec(link.getAttribute("title") ?? "") ?? [];
      const count = Number(shown?.replaceAll(",", "") ?? Number.NaN);
      return {
        address: link.getAttribute("href") ?? "",
        count,
        value: Number(link.querySelector("data")?.value),
        text: (link.textContent ?? "").trim(),
        panel: link.closest("section")?.querySelector("h2, h3")?.textContent ?? "",
      };
    }),
  );
}

/** Panels of estimates, which are the numbers of no referrals. */
const ESTIMATES = ["Rates by age", "What the open referrals will bring"];

/** The counts and rates of the page that lead nowhere: numbers that are neither a link nor a part of one. */
export function unlinkedFigures(page: Page): Promise<string[]> {
  return page.locator("main data").evaluateAll((figures, estimates) => {
    const isEstimate = (figure: Element) => {
      const sections = estimates.map((title) =>
        [...document.querySelectorAll("main section")].find(
          (one) => one.querySelector("h2")?.textContent === title,
        ),
      );
      const cell = figure.closest("td");
      const head = cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex];
      const label = (head ?? figure.closest("div")?.querySelector("dt"))?.textContent ?? "";
      return /within \d+ days?$/.test(label) || sections.some((one) => one?.contains(figure));
    };
    return figures.flatMap((figure) => {
      const isNumber = /^[+−]?[\d.,]+ ?(%|points)?$/.test((figure.textContent ?? "").trim());
      if (!isNumber || figure.closest("a, button, caption, th") || isEstimate(figure)) return [];
      return [`${figure.textContent} of ${figure.closest("tr, li, dl, p")?.textContent}`];
    });
  }, ESTIMATES);
}
