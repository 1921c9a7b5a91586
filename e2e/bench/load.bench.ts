import { type Browser, test } from "playwright/test";
import type { Network } from "./conditions.ts";
import { figuresOfFile, RUNS } from "./figures.ts";
import { type Load, loadOnce } from "./load-once.ts";
import { withReferrals } from "./served.ts";

/** The most that the main thread may be blocked while the Overview loads on a slow machine (ms). */
const MAX_BLOCKED = 600;

const record = figuresOfFile();

async function loads(
  browser: Browser,
  url: string,
  condition: { referrals: number; cpu: number; network: Network },
) {
  const { cpu, network } = condition;
  const runs: Load[] = [];
  while (runs.length < RUNS) runs.push(await loadOnce(browser, url, cpu, network));
  const one = (name: string, part: keyof Load) =>
    ({ name, unit: "ms", ...condition, values: runs.map((run) => run[part]) }) as const;
  record(one("load → first paint", "first"));
  record(one("load → largest paint", "largest"));
  record(one("load → all panels drawn", "drawn"));
  const blocked = one("load: main thread blocked (beyond 50 ms)", "blocked");
  record(cpu === 4 ? { ...blocked, target: MAX_BLOCKED } : blocked);
  record(one("load: long tasks in all", "longTasks"));
  record({ ...one("load: JavaScript as sent", "kilobytes"), unit: "kB" });
}

for (const referrals of [100_000, 1_000_000]) {
  test(`the Overview loads with ${referrals.toLocaleString("en")} referrals`, async ({ browser }) => {
    await withReferrals(referrals, async ({ url }) => {
      await loadOnce(browser, url, 1, "local");
      for (const cpu of [1, 4])
        for (const network of ["fast 4G", "1.6 Mbit/s"] as const)
          await loads(browser, url, { referrals, cpu, network });
    });
  });
}
