import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

export type Machine = {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  /** Where Playwright puts the Chromium that it installs itself. */
  ownBrowser: string;
};

const THIS_MACHINE: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  ownBrowser: chromium.executablePath(),
};

const COMMANDS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

const MAC_PROGRAMS = ["Google Chrome", "Chromium", "Microsoft Edge"];

/**
 * The path of a Chromium, Chrome or Edge of this machine, or null. CHROMIUM_PATH goes before all others.
 * @throws Error when CHROMIUM_PATH names no file.
 */
export function findBrowser(machine: Machine = THIS_MACHINE): string | null {
  const { env, exists, ownBrowser } = machine;
  const chosen = env.CHROMIUM_PATH;
  if (chosen && !exists(chosen)) throw new Error(`CHROMIUM_PATH is "${chosen}", but there is no such file.`);
  const places = [...(chosen ? [chosen] : []), ownBrowser, ...usualPlaces(machine)];
  return places.find((place) => exists(place)) ?? null;
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((program) => `${root}\\${program}`) : []));
  }
  const onPath = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const commands = onPath.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  if (platform !== "darwin") return commands;
  return [...MAC_PROGRAMS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`), ...commands];
}

/** The popup under the address bar is a page of its own, loaded anew with every window: a second for each test. */
const NEEDLESS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** What Playwright switches off itself: the browser listens to the last list alone. */
const LEFT_OUT_BY_PLAYWRIGHT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Arguments that keep a browser quiet; Chromium refuses its sandbox to root, and only to root. */
export function browserArguments(isRoot = process.getuid?.() === 0): string[] {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--no-pings",
    `--disable-features=${[...LEFT_OUT_BY_PLAYWRIGHT, ...NEEDLESS].join(",")}`,
  ];
  return isRoot ? [...quiet, "--no-sandbox"] : quiet;
}
