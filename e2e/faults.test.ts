import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { expectedFunnel } from "./expected.ts";
import {
  countTries,
  expectFigures,
  expectRightOrSaid,
  type Fault,
  hitsOf,
  hurryRetries,
  type OverviewState,
  putFaults,
  readOverview,
  settledOverview,
  tryAgain,
} from "./faults.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { readFunnel } from "./overview-page.ts";
import { expectSoon } from "./page.ts";

const MAX_TRIES = 8;

/** Faults behind which the page has to be right without anybody's help. */
const PASSING: readonly Fault[] = [
  { kind: "throttle", retryAfter: 1, as: "seconds" },
  { kind: "throttle", retryAfter: 1, as: "date" },
  { kind: "throttle", retryAfter: 1, as: "text" },
  { kind: "unavailable", status: 500 },
  { kind: "unavailable", status: 502 },
  { kind: "unavailable", status: 503, retryAfter: 1 },
  { kind: "unavailable", status: 504 },
  { kind: "slow", ms: 1500 },
  { kind: "drop" },
  { kind: "bucket-limit", n: 20 },
  { kind: "no-next-link" },
  { kind: "looping-next-link" },
];

/** Faults that may end the query: the page says so in words. */
const ENDING = {
  html: /web page instead of data/,
  malformed: /Couldn’t read the response/,
  "expired-token": /session has expired/,
  forbidden: /role/,
  mfa: /multi-factor/,
  "wrong-audience": /different service/,
  "not-here": /isn’t available in this cloud/,
};

/** Every variant in some company, and each alone. */
const COMPANIES = [
  ["odata", "upper-case", "count-number", "date-us", "unknown-for-null"],
  ["items", "bom", "count-name", "date-offset", "blank-for-null"],
  ["array", "lower-case", "date-fraction", "missing-for-null"],
  ["object", "empty", "date-inside", "year-one-for-never"],
  ["date-day"],
  ["date-utc"],
];
const ENVELOPES = [
  ...COMPANIES,
  ...COMPANIES.slice(0, 4)
    .flat()
    .map((one) => [one]),
];

const ENDLESS: readonly Fault[] = [
  { kind: "throttle", retryAfter: 0 },
  { kind: "unavailable" },
  { kind: "drop" },
  { kind: "bucket-limit", n: 100 },
];

/**
 * The data client's own tests meet all faults over HTTP; a few go through the browser each time, all of them with
 * `npm run test:long`.
 */
function tagged(isShort: boolean) {
  return isShort ? {} : { tag: "@long" };
}

const server = serverForFile({ file: CRM_FILE });
let right: OverviewState;
let tries: () => number;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(`${server().url}/?as=table`);
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, defaultPeriod(CRM_REFERRALS)));
  right = await settledOverview(page);
  expect(await expectRightOrSaid(page, right)).toBe("right");
  await page.close();
});

test.beforeEach(async ({ page }) => {
  await hurryRetries(page);
  tries = countTries(page);
});

test.afterEach(async () => {
  await putFaults(server().url, []);
  expect(tries()).toBeLessThanOrEqual(MAX_TRIES);
});

for (const fault of PASSING) {
  test(
    `${Object.values(fault).join(" ")}, three times, leaves the figures right`,
    tagged(fault.as === "seconds"),
    async ({ page }) => {
      await putFaults(server().url, [{ ...fault, times: 3 }]);
      await page.goto(`${server().url}/?as=table`);
      await expectFigures(page, right);
      await expect.poll(() => hitsOf(server().url)).toBe(3);
    },
  );
}

for (const [kind, words] of Object.entries(ENDING)) {
  test(
    `${kind}, three times, is said in words, and over when it is tried again`,
    tagged(kind === "forbidden"),
    async ({ page }) => {
      await putFaults(server().url, [{ kind, times: 3 }]);
      await page.goto(`${server().url}/?as=table`);
      if ((await expectRightOrSaid(page, right)) === "said")
        expect((await readOverview(page)).alerts.join()).toMatch(words);
      await putFaults(server().url, []);
      await tryAgain(page, right);
    },
  );
}

for (const variants of ENVELOPES) {
  test(
    `an answer written as ${variants.join(", ")} leaves the figures right`,
    tagged(variants === COMPANIES[0]),
    async ({ page }) => {
      const faults = variants.map((variant) => ({ kind: "envelope", variant }));
      await putFaults(server().url, faults);
      await page.goto(`${server().url}/?as=table`);
      await expectFigures(page, right);
      expect(await hitsOf(server().url)).toBeGreaterThan(0);
    },
  );
}

for (const fault of ENDLESS) {
  test(
    `${fault.kind} without an end comes to an end on the page`,
    tagged(fault.kind === "unavailable"),
    async ({ page }) => {
      await putFaults(server().url, [fault]);
      await page.goto(`${server().url}/?as=table`);
      await expectRightOrSaid(page, right);
    },
  );
}
