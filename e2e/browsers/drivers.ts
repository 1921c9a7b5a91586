import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { launch } from "puppeteer-core";
import { Builder, By, Capabilities } from "selenium-webdriver";
import { freePort } from "../start-server.ts";

/** As much of a browser as these tests need, whichever protocol it speaks. */
export type Driver = {
  goto: (url: string) => Promise<void>;
  address: () => Promise<string>;
  /** Runs code in the page: a function without names from outside, and what JSON can hold. */
  run: <A, R>(code: (argument: A) => R, argument: A) => Promise<Awaited<R>>;
  /** Presses the element that a selector finds, as a mouse does. */
  click: (selector: string) => Promise<void>;
  /** The page as it is printed; null where the browser's driver does not print. */
  pdf: (() => Promise<Uint8Array>) | null;
  /** Errors and warnings on the console while a page is open, until that page itself reports `END` as an error. */
  complaints: (url: string) => Promise<string[]>;
  close: () => Promise<void>;
};

export type Browser = { name: string; missing: string | null; open: () => Promise<Driver> };

export const END = "That is all";

const SIZE = { width: 1280, height: 900 };

/** What has to be there, and the sentence for when it is not. */
function missing(name: string, paths: readonly string[], packages: string): string | null {
  const absent = paths.filter((path) => !existsSync(path));
  return absent.length === 0
    ? null
    : `${name} is not tested: ${absent.join(", ")} is missing. On Debian: apt-get install ${packages}`;
}

const FIREFOX = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";

/** Firefox ESR by WebDriver BiDi. */
const firefox: Browser = {
  name: "Firefox ESR",
  missing: missing("Firefox ESR", [FIREFOX], "firefox-esr"),
  async open() {
    const browser = await launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
    const page = await browser.newPage();
    await page.setViewport(SIZE);
    return {
      goto: async (url) => void (await page.goto(url)),
      address: async () => page.url(),
      run: (code, argument) => page.evaluate(code as never, argument) as never,
      click: (selector) => page.click(selector),
      pdf: () => page.pdf({ format: "A4" }),
      complaints: async (url) => {
        const said: string[] = [];
        const other = await browser.newPage();
        const end = new Promise<void>((resolve) => {
          other.on("console", (one) => {
            if (one.text() === END) resolve();
            else if (["error", "warn"].includes(one.type())) said.push(one.text());
          });
        });
        other.on("pageerror", (error) => said.push(String(error)));
        await other.goto(url);
        await end;
        await other.close();
        return said;
      },
      close: () => browser.close(),
    };
  },
};

const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";
const MINI_BROWSER = process.env.MINI_BROWSER_PATH ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** WebKitGTK's small browser by WebDriver, on a screen of its own. */
const webkit: Browser = {
  name: "WebKitGTK",
  missing: missing(
    "WebKitGTK",
    [WEBKIT_DRIVER, MINI_BROWSER, "/usr/bin/Xvfb"],
    "webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb",
  ),
  async open() {
    const display = `:${(await freePort()) % 10_000}`;
    const port = await freePort();
    const screen = start("Xvfb", [display, "-screen", "0", "1400x1000x24"], {});
    const service = start(WEBKIT_DRIVER, [`--port=${port}`], { DISPLAY: display });
    const capabilities = new Capabilities({ browserName: "MiniBrowser" });
    capabilities.set("webkitgtk:browserOptions", { binary: MINI_BROWSER, args: ["--automation"] });
    const server = `http://127.0.0.1:${port}`;
    await answering(`${server}/status`);
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
    await driver.manage().window().setRect(SIZE);
    return {
      goto: (url) => driver.get(url),
      address: () => driver.getCurrentUrl(),
      run: (code, argument) => driver.executeScript(`return (${code})(arguments[0])`, argument),
      click: (selector) => driver.findElement(By.css(selector)).click(),
      pdf: null,
      complaints: (url) => saidBy(url, display),
      close: async () => {
        await driver.quit();
        for (const process of [service, screen]) process.kill();
      },
    };
  },
};

/** WebKit writes nothing of its console in automated and private sessions: a browser without either does. */
async function saidBy(url: string, display: string): Promise<string[]> {
  const options = ["--enable-write-console-messages-to-stdout=true", url];
  const browser = spawn(MINI_BROWSER, options, {
    env: { ...process.env, DISPLAY: display },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for await (const line of createInterface(browser.stderr)) {
    if (line.includes(END)) break;
    if (/ CONSOLE .*(ERROR|WARN)/.test(line)) said.push(line);
  }
  browser.kill();
  return said;
}

function start(command: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(command, args, { env: { ...process.env, ...env }, stdio: "ignore" });
}

/** Waits until a program that has just been started answers. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer.`);
}

export const BROWSERS: readonly Browser[] = [firefox, webkit];
