import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import { recordTableOf } from "#partner-center/record-table.ts";
import { lookBack } from "#records/forecast-wins.ts";
import { allRows } from "#records/rows.ts";
import { sampleReferrals } from "../../src/server/sample/sample-referrals.ts";
import { readCsv } from "../oracle/csv.ts";

const SAMPLE_AT = Date.parse("2026-05-06T13:30:00Z");
const CRM_FILE = fileURLToPath(new URL("../fixtures/crm-opportunities.csv", import.meta.url));

const WORLDS = {
  "the sample data": { referrals: () => [...sampleReferrals(SAMPLE_AT)], at: SAMPLE_AT },
  "the CRM file": {
    referrals: () => readCsv(readFileSync(CRM_FILE, "utf8")) as Referral[],
    at: Date.parse("2018-01-01T00:00:00Z"),
  },
};

it.each(Object.entries(WORLDS))("forecasts of wins held for %s", (name, { referrals, at }) => {
  const table = recordTableOf(referrals());
  const looks = lookBack(table, allRows(table), at);
  const held = looks.filter((look) => look.held);
  const share = ((held.length / looks.length) * 100).toFixed(0);
  process.stdout.write(
    `${name}: the 80 % interval held in ${held.length} of ${looks.length} looks back (${share} %)\n`,
  );
  expect(looks.length).toBeGreaterThan(4);
  expect(held.length / looks.length).toBeGreaterThanOrEqual(0.7);
});
