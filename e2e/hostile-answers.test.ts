import { expect, type Page, test } from "playwright/test";
import { CRM_FILE, CRM_REFERRALS, serverForFile } from "./crm.ts";
import { expectedFunnel, expectedMarkets } from "./expected.ts";
import { defaultPeriod } from "./oracle/period.ts";
import { readFunnel, readMarkets } from "./overview-page.ts";
import { expectQuietConsole, expectSoon, panel } from "./page.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";
import { type RunningServer, startServer } from "./start-server.ts";

type Row = Record<string, unknown>;
type Answer = { Value: Row[]; "@nextLink": string | null; TotalCount: number };
/** What becomes of an answer on its way: a text as it is, anything else as JSON. */
type Twist = (answer: Answer) => unknown;

/** Changes the rows of grouped answers. */
function buckets(twist: (row: Row) => Row | Row[]): Twist {
  return (answer) => ({
    ...answer,
    Value: answer.Value.flatMap((row) => ("referralCount" in row ? twist(row) : [row])),
  });
}

const counted = (referralCount: unknown) => buckets((row) => ({ ...row, referralCount }));
const deep = (text: string) => `${"[".repeat(100_000)}${text}${"]".repeat(100_000)}`;
/** A column that only JSON can make. */
const withProto = (row: Row) => Object.fromEntries([...Object.entries(row), ["__proto__", { count: 9 }]]);

/** Odd, and still to be read as what it says. */
const READ: Record<string, Twist> = {
  "counts as numbers, unknown columns and keys, and a link to somebody else": (answer) => ({
    ...(buckets((row) => withProto({ ...row, referralCount: Number(row.referralCount), remark: {} }))(
      answer,
    ) as Answer),
    constructor: { prototype: 1 },
    "@nextLink": "https://thief.example/partner/v1/analytics/referrals?skip=1",
  }),
  "each bucket twice": buckets(({ referralCount, ...keys }) => [
    { ...keys, referralCount: String(Number(referralCount) - 1) },
    { ...keys, referralCount: "1" },
  ]),
  "no TotalCount": ({ TotalCount: _, ...answer }) => answer,
};

/** No answer to the query, and what the page says of it. */
const REFUSED: Record<string, readonly [Twist, RegExp]> = {
  "a negative count": [counted("-5"), /"-5" as a count/],
  "a count beyond all numbers": [counted("9007199254740993"), /as a count/],
  "a market that is a number": [buckets((row) => ({ ...row, customerMarket: 5 })), /5 as a customerMarket/],
  "a market in a hundred thousand brackets": [
    (answer) =>
      JSON.stringify(buckets((row) => ({ ...row, customerMarket: "@" }))(answer)).replace(
        '"@"',
        deep('"US"'),
      ),
    /a list as a customerMarket/,
  ],
  "a date that no calendar has": [
    buckets((row) => ({ ...row, createdDate: "2017-02-31" })),
    /"2017-02-31", which is not a date/,
  ],
  "rows that are no list": [(answer) => ({ ...answer, Value: { rows: answer.Value } }), /no readable value/],
  "a total of a million letters": [
    (answer) => ({ ...answer, TotalCount: "x".repeat(1_000_000) }),
    /no readable totalcount/,
  ],
  "two lists of rows": [(answer) => ({ ...answer, items: answer.Value }), /two lists of rows/],
  "a program": [() => "alert(document.domain)", /Couldn’t read the response/],
  nothing: [() => "null", /neither a list nor an object/],
  "half an answer": [(answer) => JSON.stringify(answer).slice(0, 999), /Couldn’t read the response/],
};

const crm = serverForFile({ file: CRM_FILE });
const PERIOD = defaultPeriod(CRM_REFERRALS);
let standIn: StandIn;
let server: RunningServer;
expectQuietConsole();

test.beforeAll(async () => {
  standIn = await startStandIn(crm().url);
  server = await startServer({ partnerCenterUrl: standIn.url });
});

test.afterAll(async () => {
  await server.stop();
  await standIn.stop();
});

function answerThrough(twist: Twist): void {
  standIn.answerWith(async (response, asked) => {
    const twisted = twist((await (await fetch(crm().url + asked)).json()) as Answer);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(typeof twisted === "string" ? twisted : JSON.stringify(twisted));
  });
}

/** No window of its own, no call to anybody else. */
function watchOutside(page: Page): string[] {
  const outside: string[] = [];
  page.on("dialog", (dialog) => outside.push(dialog.message()));
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== server.url) outside.push(url);
  });
  return outside;
}

test("odd answers are read as what they say", async ({ page }) => {
  const outside = watchOutside(page);
  for (const [name, twist] of Object.entries(READ)) {
    answerThrough(twist);
    await page.goto(`${server.url}/?as=table`);
    await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, PERIOD));
    await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, PERIOD));
    const trust = name === "no TotalCount" ? "Completeness unknown" : "Complete";
    await expect(page.getByText(trust, { exact: true }), name).toBeVisible();
    await expect(page.getByRole("alert"), name).toHaveCount(0);
  }
  expect(outside).toEqual([]);
});

test("answers that are none are refused in words, and over once they are right again", async ({ page }) => {
  const outside = watchOutside(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const alert = page.getByRole("alert").first();
  const again = alert.getByRole("button", { name: "Try again" });
  for (const [name, [twist, words]] of Object.entries(REFUSED)) {
    answerThrough(twist);
    if (page.url().startsWith(server.url)) await again.click();
    else await page.goto(`${server.url}/?as=table`);
    await expect(alert, name).toContainText(words);
    await expect(alert, name).toContainText(/Request ID [\da-f-]{36}, correlation ID [\da-f-]{36}/);
    await expect(panel(page, "Key figures"), name).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0);
  }
  standIn.answerWith(null);
  await again.click();
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, PERIOD));
  expect(outside).toEqual([]);
});

/** Texts that name something in every program. */
const NAMES: Readonly<Record<string, string>> = {
  US: "__proto__",
  DE: "constructor",
  GB: "toString",
  Lost: "valueOf",
};

test("markets and statuses with the names of programs' own things are counted like any other", async ({
  page,
}) => {
  const renamed = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([key, text]) => [key, NAMES[String(text)] ?? text]));
  const referrals = CRM_REFERRALS.map((one) => renamed(one) as (typeof CRM_REFERRALS)[number]);
  answerThrough(buckets(renamed));
  await page.goto(`${server.url}/?as=table`);
  await expectSoon(() => readFunnel(page), expectedFunnel(referrals, PERIOD));
  await expectSoon(() => readMarkets(page), expectedMarkets(referrals, PERIOD));
});

test("dates at both ends of the calendar leave a page that works", { tag: "@long" }, async ({ page }) => {
  for (const day of ["9999-12-31", "0001-01-02"]) {
    answerThrough(buckets((row) => ({ ...row, createdDate: `${day}T00:00:00` })));
    await page.goto(server.url);
    await expect(page.getByText("Complete", { exact: true }), day).toBeVisible();
    await page.goto(`${server.url}/?from=0001-01-01&to=9999-12-31`);
    await expect(panel(page, "Key figures").locator("data").first(), day).toBeVisible();
    await expect(page.getByRole("alert"), day).toHaveCount(0);
  }
});

test("50 MB of text that nobody asked for are read past, and 330,000 markets are refused in words", {
  tag: "@long",
}, async ({ page }) => {
  test.setTimeout(240_000);
  const remark = "x".repeat(50_000_000);
  const isSummary = ({ Value: [row = {}] }: Answer) => Object.keys(row).length === 3 && "createdDate" in row;
  answerThrough((answer) => (isSummary(answer) ? { ...answer, remark } : answer));
  await page.goto(`${server.url}/?as=table`);
  await expectSoon(() => readFunnel(page), expectedFunnel(CRM_REFERRALS, PERIOD));
  await expectSoon(() => readMarkets(page), expectedMarkets(CRM_REFERRALS, PERIOD));
  await expect(page.getByRole("alert")).toHaveCount(0);

  const manyMarkets = ({ Value: [row] }: Answer) =>
    Array.from({ length: row && "referralCount" in row ? 330_000 : 0 }, (_, at) => ({
      ...row,
      customerMarket: `A market that nobody has ever been to, number ${at}`,
    }));
  answerThrough((answer) => ({ Value: manyMarkets(answer), "@nextLink": null, TotalCount: 330_000 }));
  await page.goto(server.url);
  await expect(page.getByRole("alert").first()).toContainText("330000 different values of customerMarket", {
    timeout: 60_000,
  });
});
