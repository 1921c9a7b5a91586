import { defineConfig } from "playwright/test";
import tests from "./playwright.config.ts";

const { projects: _, ...shared } = tests;

/** `npm run bench`: times of the page in a throttled browser, into e2e/results/bench.jsonl and a table. */
export default defineConfig({
  ...shared,
  testMatch: "bench/*.bench.ts",
  // Nothing else may run at the same time, nor slow down what is measured.
  workers: 1,
  retries: 0,
  outputDir: "results/bench-traces",
  timeout: 15 * 60_000,
  reporter: "list",
  use: { ...shared.use, trace: "off", screenshot: "off", viewport: { width: 1280, height: 900 } },
});
