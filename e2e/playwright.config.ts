import { defineConfig } from "playwright/test";
import { browserArguments, findBrowser } from "./browser.ts";

const executablePath = findBrowser();

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.test.ts",
  outputDir: "results",
  globalSetup: "./global-setup.ts",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./summary-reporter.ts"]],
  use: {
    // A clock far from UTC: a day that is read as local time shows as a wrong day.
    timezoneId: "Pacific/Auckland",
    locale: "en-US",
    trace: "retain-on-failure",
    launchOptions: { args: browserArguments(), ...(executablePath ? { executablePath } : {}) },
  },
});
