import { expect, test } from "playwright/test";
import { figuresAt, VIEW_PATHS, withoutAges } from "./all-figures.ts";
import { serverForFile } from "./crm.ts";
import { putFaults } from "./faults.ts";

const server = serverForFile({});

test.afterEach(() => putFaults(server().url, []));

for (const path of VIEW_PATHS) {
  test(`a limit of 500 buckets leaves every figure of ${path} right`, { tag: "@long" }, async ({ page }) => {
    test.setTimeout(240_000);
    const url = `${server().url}${path}?as=table`;
    const right = await figuresAt(page, url);
    expect(right.length).toBeGreaterThan(20);
    await putFaults(server().url, [{ kind: "bucket-limit", n: 500 }]);
    expect(withoutAges(await figuresAt(page, url))).toEqual(withoutAges(right));
    await expect(page.getByRole("main")).not.toContainText(/incomplete/i);
  });
}
