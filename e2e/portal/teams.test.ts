import { expect, type Page } from "playwright/test";
import { framed } from "./addresses.ts";
import { TEAMS, test } from "./fixtures.ts";

/** What a page of Teams does with a tab, as far as the tab asks for it; its sign-in it offers and never gives. */
function hostOf(tab: string): string {
  return `<!doctype html><title>Teams</title><iframe title="Dashboard 1" src="${tab}"></iframe><script>
    const heard = (window.heard = []);
    const runtime = { apiVersion: 4, supports: { nestedAppAuth: {} }, isNAAChannelRecommended: true };
    const ANSWERS = {
      initialize: ["content", "web", JSON.stringify(runtime), JSON.stringify(runtime)],
      getContext: [{ locale: "de-DE", theme: "dark", loginHint: "admin@contoso.example", entityId: "referrals" }],
    };
    addEventListener("message", ({ data, source, origin }) => {
      heard.push(data.func);
      const args = ANSWERS[data.func];
      if (args) source.postMessage({ id: data.id, uuid: data.uuid, args }, origin);
    });
  </script>`;
}

async function openInTeams(page: Page, dashboard: string): Promise<void> {
  const tab = `${dashboard}/?chrome=none&host=teams`;
  await page.route(`${TEAMS}/**`, (route) => route.fulfill({ contentType: "text/html", body: hostOf(tab) }));
  await page.goto(`${TEAMS}/tab`);
}

// The library asks for a list of domains that it has a copy of.
test.use({ provoked: /validDomains/ });

test("a tab in Teams has its look, and its own sign-in where that of Teams does not answer", async ({
  page,
  world,
}) => {
  await openInTeams(page, world.url);
  const frame = framed(page);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.getByRole("button", { name: "Anmelden", exact: true })).toBeVisible({ timeout: 30_000 });
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(expect.arrayContaining(["initialize", "getContext", "nestedAppAuth.execute"]));
});
