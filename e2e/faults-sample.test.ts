import { expect, test } from "playwright/test";
import { serverForFile } from "./crm.ts";
import { countTries, expectFigures, putFaults, readOverview, settledOverview } from "./faults.ts";

const server = serverForFile({});

test.afterEach(() => putFaults(server().url, []));

test("a limit of 500 buckets leaves all figures of the sample right", { tag: "@long" }, async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${server().url}/?as=table`);
  const right = await settledOverview(page);
  await putFaults(server().url, [{ kind: "bucket-limit", n: 500 }]);
  const tries = countTries(page);
  await page.reload();
  await expectFigures(page, right);
  expect((await readOverview(page)).words).not.toMatch(/incomplete/i);
  expect(tries()).toBeLessThanOrEqual(8);
});
