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

/**
 * Figures that no referrals stand behind: estimates, parts of a change, and counts of whoever was still undecided at an age or at an
 * instant, which no period of days and no filter selects. By the head of their column or the name of their row.
 */
const ESTIMATES: Readonly<Record<string, RegExp>> = {
  "Rates by age": /^(Accepted|Won|Undecided until then|(Accepted|Won) within \d+ days?)$/,
  "What the open referrals will bring":
    /^(Expected wins|80% interval, (from|to)|Too old for a forecast|Left out|Based on referrals|Known up to age, days|Won since)$/,
  // What a part contributes; its figures before and now open their referrals.
  "Why it changed": /^(Effect|Through its (share|rate))$/,
  "Conversion by cohort": /^(Accepted|Won) within \d+ days?$/,
};

/** The counts and rates of the page that lead nowhere: numbers that are neither a link nor a part of one. */
export function unlinkedFigures(page: Page): Promise<string[]> {
  const patterns = Object.entries(ESTIMATES).map(([panel, { source }]) => [panel, source] as const);
  return page.locator("main data").evaluateAll((figures, estimates) => {
    const isEstimate = (figure: Element) => {
      let section = figure.closest("section");
      // The reading of a chart is a section of its own within the panel.
      while (section && !section.querySelector("h2"))
        section = section.parentElement?.closest("section") ?? null;
      const title = section?.querySelector("h2")?.textContent;
      const cell = figure.closest("td");
      const table = cell?.closest("table");
      const names = [
        table?.tHead?.rows[0]?.cells[cell?.cellIndex ?? 0]?.textContent,
        cell?.parentElement?.children[0]?.textContent,
        figure.closest("div")?.querySelector("dt")?.textContent,
      ];
      // The look back stands in the panel's second table, and counts at an earlier instant.
      const isLookBack = table?.tHead?.textContent?.includes("Interval held");
      return estimates.some(
        ([panel, pattern]) =>
          panel === title && (isLookBack || names.some((name) => new RegExp(pattern).test(name ?? ""))),
      );
    };
    return figures.flatMap((figure) => {
      const isNumber = /^[+−]?[\d.,]+ ?(%|points)?$/.test((figure.textContent ?? "").trim());
      if (!isNumber || figure.closest("a, button, caption, th") || isEstimate(figure)) return [];
      return [`${figure.textContent} of ${figure.closest("tr, li, dl, p")?.textContent}`];
    });
  }, patterns);
}
