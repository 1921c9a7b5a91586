import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { recordTableOf } from "#partner-center/record-table.ts";
import { lookBack } from "#records/forecast-wins.ts";
import { allRows } from "#records/rows.ts";
import { sampleReferrals } from "../../src/server/sample/sample-referrals.ts";
import { readCsv } from "../oracle/csv.ts";
import { marketOf } from "../oracle/markets.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { asItStood } from "../oracle/standing.ts";

const SAMPLE_AT = Date.parse("2026-05-06T13:30:00Z");
const CRM_FILE = fileURLToPath(new URL("../fixtures/crm-opportunities.csv", import.meta.url));

const WORLDS = {
  "the sample data": { referrals: () => [...sampleReferrals(SAMPLE_AT)], at: SAMPLE_AT },
  "the CRM file": {
    referrals: () => readCsv(readFileSync(CRM_FILE, "utf8")) as Referral[],
    at: Date.parse("2018-01-01T00:00:00Z"),
  },
};

const DAY_MS = 86_400_000;

function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How many of a market, created within 24 months, were open so many days before an instant, and were won by then. */
function counted(referrals: readonly Referral[], market: string, days: number, at: number) {
  const then = at - days * DAY_MS;
  const open = referrals.filter((one) => {
    const created = Date.parse(`${one.createdDate}Z`);
    const isLearnt = created <= then && created > then - 730 * DAY_MS;
    return isLearnt && marketOf(one) === market && outcomeOf(asItStood(one, then)).startsWith("Open");
  });
  return { open: open.length, won: open.filter((one) => outcomeOf(asItStood(one, at)) === "Won").length };
}

it.each(Object.entries(WORLDS))("forecasts of wins held for %s", (name, { referrals, at }) => {
  const all = referrals();
  const table = recordTableOf(all);
  const looks = finished(lookBack(table, allRows(table), at));
  const held = looks.filter((look) => look.held);
  const share = ((held.length / looks.length) * 100).toFixed(0);
  process.stdout.write(
    `${name}: the 80 % interval held in ${held.length} of ${looks.length} looks back (${share} %)\n`,
  );
  expect(looks.length).toBeGreaterThan(4);
  expect(held.length / looks.length).toBeGreaterThanOrEqual(0.7);
  // What each look says of that time, and of what came in since, counted one by one.
  for (const { market, days, forecast, happened, held } of looks) {
    const { open, won } = counted(all, market, days, at);
    expect({ market, days, open: forecast.open, happened }).toEqual({ market, days, open, happened: won });
    expect(held).toBe(forecast.low <= won && won <= forecast.high);
    // An interval over everything would always hold.
    expect(forecast.high - forecast.low).toBeLessThan(0.75 * open);
  }
  const markets = [...new Set(all.map(marketOf))];
  const large = markets.flatMap((market) =>
    [90, 180].filter((days) => counted(all, market, days, at).open >= 30),
  );
  expect(looks.length).toBe(large.length);
});
