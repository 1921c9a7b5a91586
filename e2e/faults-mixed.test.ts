import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import {
  countTries,
  expectRightOrSaid,
  hitsOf,
  hurryRetries,
  type OverviewState,
  putFaults,
  readOverview,
  settledOverview,
  tryAgain,
} from "./faults.ts";

/** Seeded runs, more of them with FAULT_RUNS, others with FAULT_FROM; the first two are part of every `npm test`. */
const RUNS = Number(process.env.FAULT_RUNS ?? 20);
const FROM = Number(process.env.FAULT_FROM ?? 1);
const SHORT_RUNS = 1;
const MAX_TRIES = 8;

const server = serverForFile({ file: CRM_FILE });
let right: OverviewState;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(`${server().url}/?as=table`);
  right = await settledOverview(page);
  expect(await expectRightOrSaid(page, right)).toBe("right");
  await page.close();
});

test.afterEach(() => putFaults(server().url, []));

for (let seed = FROM; seed < FROM + RUNS; seed++) {
  test(
    `mixed trouble ${seed} ends in right figures or in words`,
    seed > SHORT_RUNS ? { tag: "@long" } : {},
    async ({ page }) => {
      const failures: string[] = [];
      page.on("pageerror", (error) => failures.push(String(error)));
      await hurryRetries(page);
      const tries = countTries(page);
      await putFaults(server().url, [{ kind: "random", seed, share: 0.35, times: 40 }]);
      await page.goto(`${server().url}/?as=table`);
      const end = await expectRightOrSaid(page, right);
      test
        .info()
        .annotations.push({ type: "end", description: `${end}, ${await hitsOf(server().url)} calls` });
      expect(tries()).toBeLessThanOrEqual(MAX_TRIES);
      await putFaults(server().url, []);
      if (end === "said" && (await readOverview(page)).alerts.length > 0) await tryAgain(page, right);
      expect(failures).toEqual([]);
    },
  );
}
