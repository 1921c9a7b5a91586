import { defineConfig } from "playwright/test";

/** The same page in Firefox and WebKit, which Playwright's own builds are not needed for. */
export default defineConfig({
  testDir: "browsers",
  testMatch: "*.test.ts",
  outputDir: "results",
  workers: 1,
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./summary-reporter.ts"]],
});
