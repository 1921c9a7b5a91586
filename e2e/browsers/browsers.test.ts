import { writeFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { expect, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, WHOLE_TIME } from "../crm.ts";
import { expectedFunnel, expectedKeyFigures, expectedMarkets, ofMarkets } from "../expected.ts";
import { readCsv } from "../oracle/csv.ts";
import { createdIn } from "../oracle/period.ts";
import { countTrend } from "../oracle/trend.ts";
import { portalAddress } from "../portal/addresses.ts";
import { type PortalSite, startPortal } from "../portal/portal-site.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import { expectedKey } from "../views/times-page.ts";
import { BROWSERS, type Driver } from "./drivers.ts";
import { writeFrame, writePack } from "./pack.ts";
import { expectSoon, press, readColumn, readTables } from "./page.ts";

const DAYS = `from=${WHOLE_TIME.from}&to=${WHOLE_TIME.to}`;
const INSIDE = createdIn(CRM_REFERRALS, WHOLE_TIME);
const { stages } = expectedFunnel(CRM_REFERRALS, WHOLE_TIME);

let server: RunningServer;
let portal: PortalSite;

test.beforeAll(async () => {
  portal = await startPortal();
  server = await startServer({ file: CRM_FILE, frameAncestors: `'self' ${portal.origin}` });
  portal.meet(server.url);
});
test.afterAll(async () => {
  await server.stop();
  await portal.stop();
});

/** What the heading of the list counts; -1 while it is not here. */
const listed = (driver: Driver) =>
  driver.run(() => Number(document.querySelector<HTMLDataElement>("main h2 data")?.value ?? -1), null);

/** How many pages a PDF has, also where it says so in compressed parts. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString("latin1");
  expect(text.startsWith("%PDF")).toBe(true);
  const parts = Array.from(text.matchAll(/stream\r?\n([\s\S]*?)endstream/g), ([, part = ""]) =>
    inflated(part),
  );
  return [text, ...parts].join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function inflated(part: string): string {
  try {
    return inflateSync(Buffer.from(part, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}

for (const { name, missing, open } of BROWSERS)
  test.describe(name, () => {
    // Said aloud: a run that leaves a browser out must not look like one that tried it.
    if (missing) console.log(missing);
    test.skip(missing !== null, missing ?? "");
    let driver: Driver;
    test.beforeAll(async () => {
      driver = await open();
    });
    test.afterAll(() => driver?.close());

    test("the figures of the six views are those of an independent count", async () => {
      await driver.goto(`${server.url}/?${DAYS}&as=table&grain=month`);
      await expectSoon(() => readColumn(driver, "Status funnel", "Referrals", "text"), stages);
      const key = expectedKeyFigures(CRM_REFERRALS, WHOLE_TIME);
      await expectSoon(() => readColumn(driver, "Key figures", "Value", "text"), key);
      await expectSoon(
        () => readColumn(driver, "Markets", "Open", "value"),
        expectedMarkets(CRM_REFERRALS, WHOLE_TIME, "open"),
      );
      await driver.goto(`${server.url}/funnel?${DAYS}&as=table`);
      await expectSoon(() => readColumn(driver, "From created to won", "Referrals", "text"), stages);
      await driver.goto(`${server.url}/trends?${DAYS}&as=table&grain=month`);
      const trend = countTrend(CRM_REFERRALS, WHOLE_TIME, "month").rows;
      await expectSoon(
        () => readColumn(driver, "Referrals over time", "All", "value"),
        Object.fromEntries(trend.map(({ start, counts }) => [start, counts.at(-1)])),
      );
      await driver.goto(`${server.url}/markets?${DAYS}&as=table`);
      await expectSoon(
        () => readColumn(driver, "Customer markets", "Referrals", "value"),
        expectedMarkets(CRM_REFERRALS, WHOLE_TIME),
      );
      await driver.goto(`${server.url}/times?${DAYS}&as=table`);
      await expectSoon(
        async () =>
          (await readTables(driver, "Response times"))[0]?.rows
            .slice(1)
            .map(([, count]) => Number(count?.value)),
        expectedKey(INSIDE).map(([, count]) => count),
      );
      await driver.goto(`${server.url}/referrals?${DAYS}`);
      await expectSoon(() => listed(driver), INSIDE.length);
    });

    test("a review pack opens from disk without a request or a complaint, and says whether it was edited", async ({
      browserName: _,
    }, info) => {
      const complaints = async (file: string) =>
        driver.complaints(await writeFrame(info.outputPath("frame.html"), file));
      await writeFile(info.outputPath("wrong.html"), "<script>nothing()</script>");
      expect(await complaints("wrong.html")).toHaveLength(1);
      for (const edited of [false, true]) {
        await driver.goto(await writePack(info.outputPath(`${edited}.html`), edited));
        expect(await complaints(`${edited}.html`)).toEqual([]);
        const read = () =>
          driver.run(
            () => ({
              said: [...document.querySelectorAll<HTMLElement>("header p[id]")]
                .filter(({ hidden }) => !hidden)
                .map(({ id }) => id),
              cells: [...document.querySelectorAll("td")].map(({ textContent }) => textContent),
              isStyled: getComputedStyle(document.querySelector("table") as Element).borderCollapse,
              requests: performance.getEntriesByType("resource").length,
            }),
            null,
          );
        const cells = ["0", "1.000", edited ? "9.000" : "2.000"];
        const said = [edited ? "edited" : "same"];
        await expectSoon(read, { said, cells, isStyled: "collapse", requests: 0 });
      }
    });

    test("a filter, what is behind a figure, and the way back", async () => {
      await driver.goto(`${server.url}/?${DAYS}&as=table`);
      await press(driver, "main button", /^United States/);
      await expectSoon(async () => (await driver.address()).includes("market=US"), true);
      const some = expectedFunnel(ofMarkets(CRM_REFERRALS, ["US"]), WHOLE_TIME).stages;
      await expectSoon(() => readColumn(driver, "Status funnel", "Referrals", "text"), some);
      await press(driver, "main td a", some.Won.toLocaleString("en-US"));
      await expectSoon(() => listed(driver), some.Won);
      await driver.run(() => history.back(), null);
      await expectSoon(() => readColumn(driver, "Status funnel", "Referrals", "text"), some);
    });

    test("an export holds what the table says", async () => {
      await driver.goto(`${server.url}/?${DAYS}&as=table`);
      const expected = expectedMarkets(CRM_REFERRALS, WHOLE_TIME);
      await expectSoon(() => readColumn(driver, "Markets", "Referrals", "value"), expected);
      // What would be saved is kept: where a browser puts it is the browser's own affair.
      await driver.run(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file: Blob) => {
          Object.assign(window, { saved: file });
          return make.call(URL, file);
        };
      }, null);
      await press(driver, "main button", "Export: Markets");
      await press(driver, "button", "CSV");
      const read = async () => {
        const text = await driver.run(
          () => (window as unknown as { saved?: Blob }).saved?.text() ?? "",
          null,
        );
        const rows = readCsv(text);
        return Object.fromEntries(rows.map((row) => [row["Market (code)"] ?? "", Number(row.Referrals)]));
      };
      await expectSoon(read, expected);
    });

    test("dark is dark, controls are of one height, and the list reaches its edges", async () => {
      await driver.goto(`${server.url}/referrals?${DAYS}&theme=dark`);
      await expectSoon(() => listed(driver), INSIDE.length);
      const look = await driver.run(() => {
        const heights = (selector: string) =>
          [...document.querySelectorAll(selector)]
            .filter((one) => one.getClientRects().length > 0)
            .map((one) => Math.round(one.getBoundingClientRect().height));
        const select = document.querySelector("select");
        const box = document.querySelector("[role=grid]")?.parentElement;
        return {
          ground: getComputedStyle(document.documentElement).backgroundColor,
          fields: [...new Set(heights(".grid__filters select, .grid__filters input, .grid__filters button"))],
          bar: [...new Set(heights(".selection select, .selection button"))],
          appearance: select ? getComputedStyle(select).appearance : "",
          tools: heights("#tools button").length,
          gap: box ? [box.offsetWidth - box.clientWidth, box.offsetHeight - box.clientHeight] : [],
        };
      }, null);
      const [red = 255, green = 255, blue = 255] = look.ground.match(/\d+/g)?.map(Number) ?? [];
      expect(Math.max(red, green, blue)).toBeLessThan(64);
      expect(look.tools).toBeGreaterThan(3);
      expect([look.fields.length, look.bar.length, look.appearance]).toEqual([1, 1, "none"]);
      // Borders, and scroll bars that leave the list its place.
      expect(Math.max(...look.gap)).toBeLessThanOrEqual(10);
    });

    test("it prints in clean pages", async () => {
      const print = driver.pdf;
      if (print === null) console.log(`${name} is not tested for print: its driver cannot print.`);
      test.skip(print === null, "The driver cannot print.");
      await driver.goto(`${server.url}/?${DAYS}`);
      await expectSoon(
        () => driver.run(() => document.querySelectorAll("main data").length > 20, null),
        true,
      );
      const pages = pagesOf(Buffer.from((await print?.()) ?? []));
      expect(pages).toBeGreaterThan(0);
      expect(pages).toBeLessThan(8);
    });

    test("framed by a portal it says that it is ready, and does what it is told", async () => {
      await driver.goto(portalAddress(portal, server.url, { path: `/?${DAYS}` }));
      type Kept = {
        dashboards: { said: { kind: string }[]; setSelection: (part: object) => Promise<object> }[];
      };
      const kinds = () =>
        driver.run(
          () => (window as unknown as Kept).dashboards?.[0]?.said.map(({ kind }) => kind) ?? [],
          null,
        );
      await expect.poll(kinds, { timeout: 60_000 }).toContain("ready");
      const state = await driver.run(
        () => (window as unknown as Kept).dashboards[0]?.setSelection({ market: ["US"] }),
        null,
      );
      expect(JSON.stringify(state)).toContain("market=US");
      await expect.poll(kinds, { timeout: 60_000 }).toContain("resized");
    });
  });
