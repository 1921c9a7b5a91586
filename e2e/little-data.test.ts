import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { expectQuietConsole, goTo, panel } from "./page.ts";
import { startServer } from "./start-server.ts";

expectQuietConsole();

const HEAD = "id,status,customerMarket,createdDate,acceptedDate,wonDate,lostDate";
const lines = (count: number, line: (at: number) => string) =>
  [HEAD, ...Array.from({ length: count }, (_, at) => `${at},${line(at)}`)].join("\n");
const day = (at: number) => `2024-02-${String((at % 29) + 1).padStart(2, "0")}`;

/** Files with so little or such even data that rates, curves and changes of them are at their edges. */
const FILES: Record<string, string> = {
  "one referral": lines(1, () => "Won,DE,2024-02-29T10:00:00,2024-02-29T11:00:00,2024-03-01T10:00:00,"),
  "all open": lines(60, (at) => `New,DE,${day(at)}T08:00:00,,,`),
  "all won on the first day, at the same moment": lines(
    60,
    (at) => `Won,FR,${day(at)}T08:00:00,${day(at)}T08:00:00,${day(at)}T08:00:00,`,
  ),
  "ends of every kind at the same age, on 29 February too": lines(90, (at) => {
    const end = `${day(at)}T20:00:00`;
    const ends = [`Won,BR,${day(at)}T08:00:00,${end},${end},`, `Lost,DE,${day(at)}T08:00:00,${end},,${end}`];
    return ends[at % 3] ?? `Active,US,${day(at)}T08:00:00,${end},,`;
  }),
  "dates before creation and in the future": lines(40, (at) =>
    at % 2 ? `Won,DE,${day(at)}T08:00:00,,2023-01-01T00:00:00,` : `Won,DE,${day(at)}T08:00:00,,2199-01-01,`,
  ),
};

const QUICK = ["one referral", "dates before creation and in the future"];

const ADDRESSES = [
  "",
  "from=2024-02-29&to=2024-02-29&compare=last-year",
  "from=2010-01-01&to=2029-12-31&compare=previous-period",
  "market=ZZ",
];

/** Everything that the view says is there, and none of it is what a program says of nothing. */
async function expectSaid(page: Page, address: string, titles: readonly string[]): Promise<void> {
  await goTo(page, address);
  for (const title of titles) {
    // A panel that is looked at for the first time is drawn anew.
    await expect(() => panel(page, title).scrollIntoViewIfNeeded({ timeout: 2000 })).toPass();
    await expect(panel(page, title).locator("p, table").first(), `${address} ${title}`).toBeVisible();
  }
  await expect(page.locator(".panel__loading, .is-old")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await page.getByRole("main").textContent(), address).not.toMatch(/NaN|∞|undefined|null|\[object/);
}

for (const [name, text] of Object.entries(FILES))
  test(`${name}: a figure or a reason everywhere`, { tag: QUICK.includes(name) ? [] : "@long" }, async ({
    page,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "little-"));
    const file = join(folder, "referrals.csv");
    await writeFile(file, text);
    const server = await startServer({ file });
    try {
      for (const search of ADDRESSES) {
        const overview = ["Why it changed", "What the open referrals will bring"];
        await expectSaid(page, `${server.url}/?${search}`, overview);
        const funnel = ["Conversion by cohort", "Rates by age", "What the open referrals will bring"];
        await expectSaid(page, `${server.url}/funnel?${search}`, funnel);
        await expectSaid(page, `${server.url}/markets?${search}`, ["Customer markets", "Routing"]);
      }
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
