import { expect, test } from "playwright/test";
import { figuresAt, VIEW_PATHS } from "./all-figures.ts";
import { serverForFile } from "./crm.ts";
import { putFaults } from "./faults.ts";

const server = serverForFile({});

test.afterEach(() => putFaults(server().url, []));

for (const path of VIEW_PATHS) {
  test(`a limit of 500 buckets leaves every figure of ${path} right`, { tag: "@long" }, async ({ page }) => {
    test.setTimeout(240_000);
    const url = `${server().url}${path}?as=table`;
    // Sample data is judged at the time of the reader: between two loads a referral may pass an age, and with it a rate.
    await page.clock.setFixedTime(Date.now());
    const right = await figuresAt(page, url);
    expect(right.length).toBeGreaterThan(20);
    await putFaults(server().url, [{ kind: "bucket-limit", n: 500 }]);
    expect(await figuresAt(page, url)).toEqual(right);
    await expect(page.getByRole("main")).not.toContainText(/incomplete/i);
  });
}
