import { defineConfig } from "playwright/test";
import tests from "./playwright.config.ts";

/** `npm run screenshots`: pictures of each view on the sample data, into e2e/screenshots. */
export default defineConfig({
  ...tests,
  projects: [{ name: "screenshots", testMatch: "take-screenshots.ts" }],
  reporter: "list",
});
