import { expect, type Page, test } from "playwright/test";
import { MIXED_TIME, mixedServerForFile } from "./mixed-data.ts";
import { expectQuietConsole } from "./page.ts";
import { visit } from "./views/referrals-page.ts";

const mixed = mixedServerForFile();
expectQuietConsole();

const DAYS = `from=${MIXED_TIME.from}&to=${MIXED_TIME.to}`;
const ADDRESSES = [
  `/?${DAYS}`,
  `/?${DAYS}&by=outcome`,
  "/?from=2023-02-01&to=2023-03-31&basis=accepted",
  `/trends?${DAYS}&grain=month`,
  `/trends?${DAYS}&grain=month&market=DE,FR,SE&form=lines`,
  `/trends?${DAYS}&grain=month&by=outcome&outcome=lost,won,declined`,
  `/funnel?${DAYS}`,
  `/funnel?${DAYS}&market=PT,DE&outcome=lost,open-new`,
  `/markets?${DAYS}&sort=win`,
  `/times?${DAYS}&hours=48`,
  `/times?${DAYS}&by=outcome`,
  `/referrals?${DAYS}`,
];

/** The colours of what has one beside its name: "Germany" → its colours. */
function coloursByName(page: Page): Promise<[string, string][]> {
  return page.locator("main :is(.swatch, .markets__bar):visible").evaluateAll((marks) =>
    marks.flatMap((mark) => {
      const row =
        mark.closest("tr")?.querySelector("th:has(data)") ?? mark.closest("li, dt, h3, th, td, p, button");
      const name = (row?.querySelector("button, data") ?? row)?.textContent?.replace(/\s*\d.*$/, "").trim();
      const style = getComputedStyle(mark);
      const isLine = /swatch--/.test(mark.className);
      // What has just left the page has no colour.
      const colour = isLine ? style.color : style.backgroundColor;
      return name && colour ? [[name, colour] as [string, string]] : [];
    }),
  );
}

test("a market and an outcome keep their colour in every view and selection", async ({ page }) => {
  await page.goto(mixed().url);
  const seen = new Map<string, Map<string, string>>();
  for (const address of ADDRESSES) {
    await visit(page, address);
    await expect(async () => expect((await coloursByName(page)).length, address).toBeGreaterThan(1)).toPass();
    for (const [name, colour] of await coloursByName(page))
      seen.set(name, (seen.get(name) ?? new Map<string, string>()).set(colour, address));
  }
  const changed = [...seen]
    .filter(([, colours]) => colours.size > 1)
    .map(([name, colours]) => [name, ...colours]);
  expect(changed).toEqual([]);
  for (const name of ["Germany", "France", "United States", "Won", "Lost", "Declined"])
    expect([...seen.keys()]).toContain(name);
  const outcomes = ["Won", "Lost", "Declined", "Expired", "Open, accepted", "Open, new"];
  const colours = outcomes.map((name) => [...(seen.get(name)?.keys() ?? [])].join());
  expect(new Set(colours).size).toBe(outcomes.length);
});
