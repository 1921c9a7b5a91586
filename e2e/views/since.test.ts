import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "../crm.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { instantOf } from "../oracle/times.ts";
import { expectQuietConsole, panel } from "../page.ts";

const crm = serverForFile({ file: CRM_FILE });
expectQuietConsole();

const SEEN = Date.parse("2017-12-15T12:00:00Z");
const EARLIER = Date.parse("2017-11-15T12:00:00Z");
const HOUR = 3_600_000;

/** How many things happened since then, as the line says them. */
function expected(since: number): number[] {
  const steps = ["created", "accepted", "won", "lost", "expired"];
  return steps.map((step) => {
    const own = { won: "Won", lost: "Lost", expired: "Expired" }[step];
    return CRM_REFERRALS.filter(
      (one) => instantOf(one, step) > since && (own === undefined || outcomeOf(one) === own),
    ).length;
  });
}

test("the Overview says what happened since the last visit, which a second tab leaves alone", async ({
  page,
  context,
}) => {
  const visits = {
    current: { at: Date.now() - 9 * HOUR, data: SEEN },
    before: [{ at: Date.now() - 90 * HOUR, data: EARLIER }],
  };
  await page.addInitScript(
    (kept) => localStorage.getItem("visits:") ?? localStorage.setItem("visits:", kept),
    JSON.stringify(visits),
  );
  await page.goto(crm().url);
  const counts = (of = page) =>
    panel(of, "Since your last visit").getByRole("paragraph").first().locator("data");
  const read = (of = page) =>
    counts(of).evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  await expect.poll(read).toEqual(expected(SEEN));
  const second = await context.newPage();
  await second.goto(crm().url);
  await expect.poll(() => read(second)).toEqual(expected(SEEN));
  await page.getByRole("button", { name: "One visit earlier" }).click();
  await expect.poll(read).toEqual(expected(EARLIER));
  await page.goto(`${crm().url}/?since=2017-12-01`);
  await expect.poll(read).toEqual(expected(Date.parse("2017-12-01") - 1));
  const won = (await read())[2] ?? 0;
  await counts().nth(2).click();
  await expect(page.getByRole("heading", { name: `${won} referrals`, exact: true })).toBeVisible();
});
