import { expect, test } from "playwright/test";
import { browserArguments, findBrowser, type Machine } from "./browser.ts";
import { summaryLine } from "./summary-reporter.ts";

function machine(platform: NodeJS.Platform, env: Machine["env"], ...files: string[]): Machine {
  return { platform, env, exists: (path) => files.includes(path), ownBrowser: "/cache/chrome" };
}

test("a chosen browser goes before all others", () => {
  const env = { CHROMIUM_PATH: "/opt/mine", PATH: "/usr/bin" };
  expect(findBrowser(machine("linux", env, "/opt/mine", "/cache/chrome", "/usr/bin/chromium"))).toBe(
    "/opt/mine",
  );
});

test("a chosen browser that is not there is an error, not another browser", () => {
  const env = { CHROMIUM_PATH: "/opt/mine" };
  expect(() => findBrowser(machine("linux", env, "/cache/chrome"))).toThrow(/CHROMIUM_PATH is "\/opt\/mine"/);
});

test("the usual places of each system are searched", () => {
  const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  expect(findBrowser(machine("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" }, edge))).toBe(edge);
  expect(findBrowser(machine("darwin", {}, chrome))).toBe(chrome);
  expect(findBrowser(machine("linux", { PATH: "/bin:/snap/bin" }, "/snap/bin/chromium"))).toBe(
    "/snap/bin/chromium",
  );
  expect(findBrowser(machine("linux", { PATH: "/bin" }))).toBeNull();
});

test("only root goes without the sandbox", () => {
  expect(browserArguments(true)).toContain("--no-sandbox");
  expect(browserArguments(false)).not.toContain("--no-sandbox");
});

test("the summary tells apart what failed, what needed a second try and what did not run", () => {
  expect(summaryLine(["expected", "expected"])).toBe("2 passed, 0 failed");
  expect(summaryLine(["expected", "unexpected", "flaky", "skipped"])).toBe(
    "1 passed, 1 failed, 1 passed at the second try, 1 not run",
  );
});
