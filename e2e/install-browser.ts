import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findBrowser } from "./browser.ts";

const NONE_FOUND =
  "There is no Chromium, Chrome or Edge, and none could be installed. Install one, or set CHROMIUM_PATH to its path.";

/**
 * The path of a browser that starts: one that is there, else one that this installs. Says in a line what it does.
 * @throws Error with what to do when there is none.
 */
export function ensureBrowser(say: (line: string) => void): string {
  const there = findBrowser();
  if (there && starts(there)) {
    say(`Browser: ${there}`);
    return there;
  }
  for (const [line, install] of ways()) {
    say(line);
    install();
    const installed = findBrowser();
    if (installed && starts(installed)) return installed;
  }
  throw new Error(NONE_FOUND);
}

function ways(): [string, () => void][] {
  const own: [string, () => void] = [
    "Browser: none found, installing Chromium with Playwright",
    () => run(process.execPath, [playwrightCommand(), "install", "chromium"]),
  ];
  if (process.platform !== "linux" || process.getuid?.() !== 0) return [own];
  // Playwright's own Chromium does not start where system libraries are missing; the package brings them.
  const debian = () => {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  };
  return [own, ["Browser: none found that starts, installing the package chromium with apt-get", debian]];
}

function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}

// On Windows and macOS `--version` opens a window, and no libraries can be missing.
function starts(path: string): boolean {
  return process.platform !== "linux" || spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}
