import { expect, test } from "playwright/test";
import { panel } from "../page.ts";
import { framed, portalAddress } from "./addresses.ts";
import { WITHOUT_POLICY } from "./portal-site.ts";
import { ask, expectDrawn, portalAndDashboard, said } from "./talking.ts";

const sites = portalAndDashboard();

test("a site that is not listed can neither frame the page nor talk to it", async ({ page }) => {
  const { portal, dashboard } = sites();
  await page.goto(`${portal.origin.replace("portal.", "evil.")}/?dashboard=${dashboard}`);
  const frame = page.locator("iframe");
  await expect(frame).toHaveCount(1);
  await expect(page.frameLocator("iframe").getByRole("main")).toHaveCount(0);
  expect(await said(page)).toEqual([]);
});

test("a site that is not listed cannot talk to the page from a window that it opens, or from beside it", async ({
  page,
}) => {
  const { portal, dashboard } = sites();
  const evil = portal.origin.replace("portal.", "evil.");
  await page.goto(`${evil}/empty`);
  const opening = page.waitForEvent("popup");
  await page.evaluate((url) => {
    (globalThis as unknown as { opened: Window | null }).opened = open(url);
  }, dashboard);
  const opened = await opening;
  await expect(opened.getByRole("region").first()).toBeVisible();
  expect(await page.evaluate(knock, "opened")).toBe("silence");

  const address = new URL(portalAddress(portal, dashboard, { options: { panels: ["funnel"] } }));
  address.pathname = WITHOUT_POLICY;
  await page.goto(address.href);
  await expectDrawn(framed(page));
  const before = await ask(page, "getState");
  const beside = await page.evaluateHandle((src) => {
    const frame = document.createElement("iframe");
    frame.title = "Beside";
    frame.src = src;
    return new Promise<HTMLIFrameElement>((resolve) => {
      frame.onload = () => resolve(frame);
      document.body.append(frame);
    });
  }, `${evil}/empty`);
  const stranger = await beside.contentFrame();
  expect(stranger?.url()).toBe(`${evil}/empty`);
  expect(await stranger?.evaluate(knock, "dashboard")).toBe("silence");
  expect(await ask(page, "getState")).toEqual({ ...before, ignored: before.ignored + 1 });
});

/** Runs on the page of a stranger: begins a conversation as a portal does, and hears whether somebody answers. */
async function knock(which: string): Promise<string> {
  const { opened } = globalThis as unknown as { opened: Window | null };
  const target = which === "opened" ? opened : window.top?.frames[0];
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<string>((resolve) => {
    port1.onmessage = ({ data }) => resolve(String(data));
    setTimeout(() => resolve("silence"), 1_000);
  });
  const words = { protocol: "referrals-dashboard", kind: "connect", version: 1 };
  target?.postMessage(JSON.stringify(words), "*", [port2]);
  port1.postMessage(JSON.stringify({ kind: "getState", id: 1 }));
  return answered;
}

test("where a frame may not save files, the page says so and the table can be copied", async ({ page }) => {
  const { portal, dashboard } = sites();
  await page.goto(`${portal.origin}/empty`);
  await page.evaluate((src) => {
    const frame = document.createElement("iframe");
    frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-forms", "allow-popups");
    frame.title = "Dashboard 1";
    frame.style.width = "700px";
    frame.style.height = "900px";
    frame.src = src;
    document.body.append(frame);
  }, `${dashboard}/?chrome=none&panels=markets`);
  const frame = framed(page);
  await expectDrawn(frame);
  await panel(frame, "Markets")
    .getByRole("button", { name: /^Export: / })
    .click();
  const menu = frame.getByRole("dialog", { name: /^Export: / });
  await menu.getByRole("button", { name: "CSV", exact: true }).click();
  await expect(menu.getByText("Copy the table instead.")).toBeVisible();
  await menu.getByRole("button", { name: "Copy table" }).click();
  // Nor may it write to the clipboard: the text stands there, to be copied by hand.
  const text = menu.getByRole("textbox", { name: "Table as text" });
  await expect(text).toHaveValue(/United States/);
});
