import { once } from "node:events";
import { request as call, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";
import { confirm, drop } from "./open-files/opening.ts";
import { startStaticSite } from "./open-files/static-site.ts";
import { expectQuietConsole, panel } from "./page.ts";
import { chooseInAccountMenu, expectFigures, expectSignInPage, pick, pressSignIn } from "./sign-in/steps.ts";

expectQuietConsole();

const server = serverForFile({ file: CRM_FILE, signIn: "local", basePath: "/referrals/" });

/** A page of the intranet that has the dashboard in a folder. */
const INTRANET = `<!doctype html><html lang="en"><title>Intranet</title><link rel="icon" href="data:,">
<main id="place"></main><script type="module">
import { createDashboard } from "/referrals/portal.js";
const options = { url: "/referrals/", panels: ["figures"] };
window.dashboard = createDashboard(document.getElementById("place"), options);
</script></html>`;

/** The intranet's server passes one folder on, whole and under its own name, as a proxy does by default. */
async function startIntranet(target: string): Promise<Server> {
  const intranet = createServer((request, response) => {
    if (!request.url?.startsWith("/referrals/")) {
      response.writeHead(200, { "Content-Type": "text/html" }).end(INTRANET);
      return;
    }
    const { host, ...headers } = request.headers;
    const forwarded = {
      "X-Forwarded-For": "192.0.2.1",
      "X-Forwarded-Proto": "http",
      "X-Forwarded-Host": host,
    };
    const passed = call(target + request.url, {
      method: request.method,
      headers: { ...headers, ...forwarded },
    });
    passed.on("response", (back) => back.pipe(response.writeHead(back.statusCode ?? 502, back.headers)));
    request.pipe(passed);
  });
  intranet.listen(0, "127.0.0.1");
  await once(intranet, "listening");
  return intranet;
}

/** What the page requests, and what of it fails. */
function watch(page: Page): { paths: Set<string>; failed: string[] } {
  const seen = { paths: new Set<string>(), failed: [] as string[] };
  page.on("response", (response) => {
    seen.paths.add(new URL(response.url()).pathname);
    if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
  });
  return seen;
}

test("behind a proxy in a folder of an intranet: sign-in, views, reload, and a frame with portal.js", async ({
  page,
}) => {
  const intranet = await startIntranet(server().url);
  const home = `http://127.0.0.1:${(intranet.address() as AddressInfo).port}`;
  const seen = watch(page);
  await page.goto(`${home}/referrals/?grain=year`);
  await pressSignIn(page);
  await pick(page, "Referrals admin");
  await expectFigures(page);
  expect(page.url()).toBe(`${home}/referrals/?grain=year`);
  await page.getByRole("link", { name: "Referrals", exact: true }).click();
  await expect(page).toHaveURL(`${home}/referrals/referrals?grain=year`);
  await page.getByRole("link", { name: "Funnel", exact: true }).click();
  await page.reload();
  await expect(panel(page, "From created to won").locator("data").first()).toBeVisible();
  expect(page.url()).toBe(`${home}/referrals/funnel?grain=year`);

  await page.goto(home);
  const frame = page.frameLocator("iframe");
  await expect(panel(frame, "Key figures").getByText("Created").first()).toBeVisible();
  const state = await page.evaluate('dashboard.setSelection({ view: "markets", panels: null })');
  expect(state).toMatchObject({ view: "markets", address: "/referrals/markets?chrome=none" });
  await expect(panel(frame, "Customer markets").locator("data").first()).toBeVisible();

  await page.goto(`${home}/referrals/`);
  await chooseInAccountMenu(page, "Sign out");
  await expectSignInPage(page);
  const outside = [...seen.paths].filter((path) => !path.startsWith("/referrals/"));
  expect([outside, seen.failed]).toEqual([["/"], []]);
  intranet.close();
});

const FILE = {
  name: "referrals.csv",
  text: "id,status,customerMarket,createdDate\n1,Won,DE,2026-10-05\n2,New,FR,2026-10-06\n",
};

test("on a static server, in any folder: views, a file, and a reload of its own address", async ({
  page,
}) => {
  const site = await startStaticSite(undefined, "/tools/referrals");
  const seen = watch(page);
  await page.goto(`${site.url}/`);
  await expect(page.getByRole("button", { name: "Open files" }).first()).toBeVisible();
  await drop(page, [FILE]);
  await confirm(page);
  await page.getByRole("link", { name: "Markets", exact: true }).click();
  await expect(page).toHaveURL(`${site.url}/markets`);
  await expect(panel(page, "Customer markets").locator("data").first()).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(`${site.url}/markets/`);
  await expect(page.getByRole("button", { name: "Open files" }).first()).toBeVisible();
  await drop(page, [FILE]);
  await page
    .getByRole("dialog", { name: "Open files" })
    .getByRole("button", { name: "Open", exact: true })
    .click();
  await page.getByRole("link", { name: "Funnel", exact: true }).click();
  await expect(page).toHaveURL(`${site.url}/funnel`);
  await expect(panel(page, "From created to won").locator("data").first()).toBeVisible();
  const outside = [...seen.paths].filter((path) => !path.startsWith("/tools/referrals/"));
  expect([outside, seen.failed]).toEqual([[], []]);
  await site.stop();
});
