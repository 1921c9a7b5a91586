import { ensureBrowser } from "./install-browser.ts";

/** Runs once before all tests: the workers read the configuration later and find the browser then. */
export default function globalSetup(): void {
  ensureBrowser((line) => console.log(line));
}
