import { expect, type Page, test } from "playwright/test";
import { quiet, watchCalls } from "./calls.ts";
import { serverForFile } from "./crm.ts";
import { putFaults } from "./faults.ts";

const server = serverForFile({});

test.afterEach(() => putFaults(server().url, []));

/** Every exact figure of a view, in order, once nothing is on its way any more. */
async function figuresAt(page: Page, path: string): Promise<string[]> {
  const watched = watchCalls(page);
  await page.goto(`${server().url}${path}?as=table`);
  await expect(page.locator("main data").first()).toBeVisible({ timeout: 60_000 });
  await quiet(watched);
  await expect(page.locator(".panel__loading, .is-old, .panel__note--waiting")).toHaveCount(0);
  // What is asked last is asked when all else is here.
  await quiet(watched);
  await expect(page.getByRole("main")).not.toContainText(/incomplete/i);
  return page
    .locator("main data")
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLDataElement).value));
}

/** Ages in ms move with the clock; no count of the sample comes near to a million. */
function withoutAges(figures: readonly string[]): string[] {
  return figures.map((figure) => (Math.abs(Number(figure)) >= 1_000_000 ? "age" : figure));
}

for (const path of ["/", "/funnel", "/trends", "/markets", "/times", "/referrals"]) {
  test(`a limit of 500 buckets leaves every figure of ${path} right`, { tag: "@long" }, async ({ page }) => {
    test.setTimeout(240_000);
    const right = await figuresAt(page, path);
    expect(right.length).toBeGreaterThan(20);
    await putFaults(server().url, [{ kind: "bucket-limit", n: 500 }]);
    expect(withoutAges(await figuresAt(page, path))).toEqual(withoutAges(right));
  });
}
