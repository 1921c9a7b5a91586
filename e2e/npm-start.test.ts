import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, WHOLE_TIME } from "./crm.ts";
import { addressOf, expectedFunnel, expectedMarkets } from "./expected.ts";
import { readFunnel, readMarkets } from "./overview-page.ts";
import { expectSoon } from "./page.ts";
import { freePort, npmStart } from "./start-server.ts";

test("npm start on a CRM's file shows its funnel and markets, right to the referral", async ({ page }) => {
  test.setTimeout(120_000);
  const port = await freePort();
  const server = await npmStart({ file: CRM_FILE, port });
  try {
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
    const health = await (await fetch(`${server.url}/healthz`)).json();
    expect(health).toMatchObject({ status: "ok", loaded: 8800, refused: 0, unreadable: 0 });
    expect(server.output()).toMatch(/8,?800/);
    await page.goto(server.url + addressOf(WHOLE_TIME));
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, WHOLE_TIME));
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, WHOLE_TIME));
  } finally {
    await server.stop();
  }
  // npm itself ends at once; the server below it first lets running answers finish.
  const state = () =>
    fetch(server.url).then(
      () => "running",
      () => "gone",
    );
  await expect.poll(state).toBe("gone");
});
