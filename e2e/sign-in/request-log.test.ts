import { expect } from "playwright/test";
import { quiet, watchCalls } from "../calls.ts";
import { panel, readTable } from "../page.ts";
import { test } from "./fixtures.ts";
import { expectFigures, signInAs } from "./steps.ts";

test("the request log tells every request, and copies it as a line that asks the same, without the token", async ({
  page,
  context,
  world,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: world.url });
  const asked = new Map<string, string>();
  const watched = watchCalls(page);
  page.on("request", (request) => {
    const { authorization = "" } = request.headers();
    if (new URL(request.url()).pathname.startsWith("/partner/"))
      asked.set(request.url(), authorization.replace(/^Bearer /, ""));
  });
  await signInAs(page, "Referrals admin", world.url);
  await expectFigures(page);
  await expect(page.getByRole("main")).toContainText(/(is|are) overdue/);
  await quiet(watched);
  // Answered from what is here, without a request.
  await page.getByRole("combobox", { name: "Interval" }).selectOption({ label: "Quarter" });

  const log = panel(page, "Request log");
  // By keyboard: panels above still grow on a busy machine, and a mouse that is released over another place opens nothing.
  await log.getByText(/requests? in this session/).press("Enter");
  await expect(log.getByRole("table")).toBeVisible();
  const readRows = async () => (await readTable(log.getByRole("table"))).slice(1);
  const overNetwork = async () => (await readRows()).filter(([, , answer]) => answer?.text === "network");
  const isDerived = (text = "") => text.startsWith("calculated from ");
  // The log is drawn when the browser has time for it; one that the page no longer needed is there as cancelled.
  await expect(async () => {
    const sent = (await readRows()).filter(([, , answer]) => !isDerived(answer?.text));
    const addresses = sent.map(([address]) => address?.text);
    const expected = [...asked.keys()].map((url) => decodeURIComponent(url.replace(world.url, "")));
    expect(addresses.sort()).toEqual(expected.sort());
    const answers = (await readRows()).map(([, , answer]) => answer?.text ?? "");
    expect(answers.filter(isDerived).length).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
  const network = await overNetwork();
  for (const [, time, , ms, bytes, status, tries] of network) {
    expect(Math.abs(Date.parse(time?.value ?? "") - Date.now())).toBeLessThan(120_000);
    expect(Number(ms?.value)).toBeGreaterThan(0);
    expect(Number(bytes?.value)).toBeGreaterThan(0);
    expect([status?.text, tries?.value]).toEqual(["200", "1"]);
  }

  await log.getByRole("button", { name: "curl" }).last().click();
  await expect(log.getByText("Copied")).toBeVisible();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toMatch(/^curl .*-H "Authorization: Bearer \$TOKEN" 'http[^']*'$/);
  const url = /'(http[^']*)'$/.exec(line)?.[1] ?? "";
  const token = asked.get(url) ?? "";
  expect(token.length).toBeGreaterThan(100);
  const said = `${line} ${await page.content()}`;
  for (const one of asked.values()) expect(said).not.toContain(one);
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  expect(await answer.json()).toMatchObject({ TotalCount: expect.any(Number) });
});
