import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";
import { browserArguments, findBrowser } from "./browser.ts";

const executablePath = findBrowser();

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.test.ts",
  outputDir: "results",
  globalSetup: "./global-setup.ts",
  forbidOnly: Boolean(process.env.CI),
  // Much of a test is waiting: for windows, for providers, for what must not happen.
  workers: Math.ceil(1.5 * Math.min(availableParallelism(), 4)),
  // A second try tells a slow machine from a fault; the end of the run names every test that needed it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./summary-reporter.ts"]],
  projects: [
    { name: "browser", testMatch: "browser.test.ts" },
    // Builds what the others run on.
    { name: "npm start", testMatch: "npm-start.test.ts" },
    {
      name: "page",
      testIgnore: [
        "browser.test.ts",
        "npm-start.test.ts",
        "data-client/**",
        "browsers/**",
        "clickhouse/**",
        "redis/**",
      ],
      dependencies: ["browser", "npm start"],
    },
  ],
  use: {
    // A clock far from UTC: a day that is read as local time shows as a wrong day.
    timezoneId: "Pacific/Auckland",
    locale: "en-US",
    // A trace of every step doubles the time; the picture of a failure is mostly enough.
    screenshot: "only-on-failure",
    launchOptions: { args: browserArguments(), ...(executablePath ? { executablePath } : {}) },
  },
});
