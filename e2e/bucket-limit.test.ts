import { expect, test } from "playwright/test";
import { figuresAt, VIEW_PATHS } from "./all-figures.ts";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { putFaults } from "./faults.ts";

// A file: its time stands still, while rates by age move with the clock of a live source.
const server = serverForFile({ file: CRM_FILE });

test.afterEach(() => putFaults(server().url, []));

for (const path of VIEW_PATHS) {
  test(`a limit of 500 buckets leaves every figure of ${path} right`, { tag: "@long" }, async ({ page }) => {
    test.setTimeout(240_000);
    const url = `${server().url}${path}?as=table`;
    let calls = 0;
    page.on("request", (request) => request.url().includes("/analytics/referrals") && calls++);
    const right = await figuresAt(page, url);
    expect(right.length).toBeGreaterThan(20);
    const enough = calls;
    await putFaults(server().url, [{ kind: "bucket-limit", n: 500 }]);
    expect(await figuresAt(page, url)).toEqual(right);
    await expect
      .poll(() => calls - enough, "what the limit cuts is asked for in parts")
      .toBeGreaterThan(enough);
    await expect(page.getByRole("main")).not.toContainText(/incomplete/i);
  });
}
