import { expect, type Page, test } from "playwright/test";
import { withReferrals } from "../bench/served.ts";
import { putFaults } from "../faults.ts";
import { startStandIn } from "../stand-in.ts";
import { startServer } from "../start-server.ts";
import { expectCount, visit } from "./referrals-page.ts";

const REFERRALS = 100_000;
const MAX_BYTES = 120_000_000;
const ALL = "?from=2023-01-01&to=2026-12-31";

/** Bytes that scripts of the page hold, with the memory of their arrays, once all that is not needed has been let go. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
  const usage: Record<string, number> = await session.send("Runtime.getHeapUsage");
  await session.detach();
  expect(usage.backingStorageSize).toBeGreaterThan(0);
  return (usage.usedSize ?? 0) + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

test("100,000 referrals are read by pages: told, stopped, resumed, repeated, within their memory", {
  tag: "@long",
}, async ({ page }) => {
  test.setTimeout(300_000);
  await withReferrals(REFERRALS, async ({ url: origin }) => {
    const standIn = await startStandIn(origin);
    const server = await startServer({ partnerCenterUrl: standIn.url });
    const skips: number[] = [];
    let release = (): void => {};
    /** Pages of records by what they skip: what is answered instead; null passes it on. */
    let answerInstead: (skip: number) => Promise<string | null> = async () => null;
    standIn.answerWith(async (response, asked) => {
      const { searchParams } = new URL(asked, origin);
      const isPage = searchParams.get("top") === "9999" && !searchParams.has("groupby");
      const skip = Number(searchParams.get("skip") ?? 0);
      if (isPage) skips.push(skip);
      const other = isPage ? await answerInstead(skip) : null;
      if (other === "forbidden") response.writeHead(403).end('{"code":"2032","description":"No."}');
      else response.end(await (await fetch(origin + (other ?? asked))).text());
    });
    try {
      await page.goto(`${server.url}/referrals?from=2026-05-30&to=2026-05-30`);
      await expect(page.getByRole("grid")).toBeVisible();
      const before = await heapOf(page);

      answerInstead = async (skip) => {
        if (skip === 19_998) await new Promise<void>((resolve) => (release = resolve));
        return null;
      };
      await visit(page, `/referrals${ALL}`);
      await expect(page.getByText("19,998 of 100,000 read")).toBeVisible();
      await page.getByRole("button", { name: "Stop" }).click();
      await expect(page.getByText("Loading stopped.")).toBeVisible();
      release();
      skips.length = 0;
      answerInstead = async (skip) => (skip === 59_994 ? "forbidden" : null);
      await page.getByRole("button", { name: "Resume" }).click();
      await expect(page.getByRole("alert")).toContainText(/role/);
      expect(Math.min(...skips)).toBe(19_998);
      skips.length = 0;
      answerInstead = async () => null;
      await page.getByRole("button", { name: "Try again" }).click();
      await expectCount(page, REFERRALS, "all of them");
      expect(Math.min(...skips)).toBe(59_994);

      const bytes = (await heapOf(page)) - before;
      test.info().annotations.push({ type: "heap", description: `${(bytes / 1e6).toFixed(1)} MB more` });
      expect(bytes).toBeLessThan(MAX_BYTES);

      // A row that came in meanwhile moves each page on by one: its first row was on the page before.
      answerInstead = async (skip) =>
        skip === 0 ? null : `/partner/v1/analytics/referrals?top=9999&skip=${skip - 1}`;
      await page.reload();
      await expectCount(page, REFERRALS, "with rows that come twice");
      answerInstead = async () => null;
      for (const kind of ["no-next-link", "looping-next-link"]) {
        await putFaults(origin, [{ kind }]);
        await page.reload();
        await expectCount(page, REFERRALS, kind);
      }
    } finally {
      release();
      await server.stop();
      await standIn.stop();
    }
  });
});
