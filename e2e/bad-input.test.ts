import { expect, test } from "playwright/test";
import { CRM_FILE, serverForFile } from "./crm.ts";

const server = serverForFile({ file: CRM_FILE });

const nested = `${"(".repeat(3000)}status eq 'Won'${")".repeat(3000)}`;

/** A bad query, and what its refusal names. */
const BAD: Record<string, [Record<string, string>, RegExp]> = {
  "an unknown field": [{ filter: "colour eq 'red'" }, /customerMarket[\s\S]*colour/i],
  "an unknown operator": [{ filter: "status is 'Won'" }, /position 7[\s\S]*eq/i],
  "an order operator on a term": [{ filter: "status gt 'Won'" }, /position \d+/i],
  "an unclosed quote": [{ filter: "status eq 'Won" }, /quote[\s\S]*position 10|position 10[\s\S]*quote/i],
  "an unclosed parenthesis": [{ filter: "(status eq 'Won'" }, /position \d+|parenthesis/i],
  "3,000 nested parentheses": [{ filter: nested }, /deep|nest/i],
  "an overlong filter": [{ filter: `customerName eq '${"x".repeat(17_000)}'` }, /long|characters/i],
  "SQL behind a value": [{ filter: "status eq 'Won'; DROP TABLE referrals; --" }, /position \d+/i],
  "SQL as a group field": [{ groupby: "status; DROP TABLE referrals" }, /field/i],
  "a day that does not exist": [{ filter: "createdDate ge '2017-02-31'" }, /date|2017-02-31/i],
  "an unknown group field": [{ groupby: "status,colour" }, /colour/],
  "an unknown level": [{ groupby: "createdDate", aggregationLevel: "quarter" }, /day, week, month/i],
  "a level without groups": [{ aggregationLevel: "day" }, /groupby/i],
  "a negative top": [{ top: "-1" }, /top/],
  "a huge top": [{ top: "10001" }, /10,?000/],
  "a top in words": [{ top: "ten" }, /top/],
  "an exponent as top": [{ top: "1e3" }, /top/],
  "a negative skip": [{ skip: "-1" }, /skip/],
  "a huge skip": [{ skip: "99999999999999999999" }, /skip/],
  "a skip in words": [{ skip: "all" }, /skip/],
  "an unknown parameter": [{ orderby: "status" }, /orderby[\s\S]*filter/i],
};

function ask(parameters: Record<string, string>): Promise<Response> {
  return fetch(`${server().url}/partner/v1/analytics/referrals?${new URLSearchParams(parameters)}`);
}

async function countOf(filter: string): Promise<number> {
  const answer = await ask({ filter, top: "1" });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { TotalCount: number }).TotalCount;
}

test.afterEach(async () => {
  expect((await fetch(`${server().url}/healthz`)).status).toBe(200);
  expect(await countOf("status eq 'Won'")).toBe(4238);
});

for (const [name, [parameters, reason]] of Object.entries(BAD)) {
  test(`${name} is refused with its reason, and the service lifetimes on`, async () => {
    const answer = await ask(parameters);
    expect(answer.status).toBe(400);
    const body = (await answer.json()) as { description: string };
    expect(Object.keys(body).sort()).toEqual(["code", "data", "description", "source"]);
    expect(body.description).toMatch(reason);
    expect(body.description).not.toMatch(/duckdb|binder|catalog|parser error|\bat .*\.[jt]s:/i);
    expect(answer.headers.get("MS-RequestId")).toMatch(/^[\da-f-]{36}$/);
  });
}

test("SQL within a value is a value like any other", async () => {
  expect(await countOf("customerName eq '''; DROP TABLE referrals; --'")).toBe(0);
  expect(await countOf("status ne '1'' OR ''1''=''1'")).toBe(8800);
});

test("other methods and other paths are refused in the same shape", async () => {
  const posted = await fetch(`${server().url}/partner/v1/analytics/referrals`, { method: "POST" });
  expect(posted.status).toBe(405);
  const elsewhere = await fetch(`${server().url}/partner/v1/analytics/customers`);
  expect(elsewhere.status).toBe(404);
  for (const answer of [posted, elsewhere])
    expect(Object.keys((await answer.json()) as object).sort()).toEqual([
      "code",
      "data",
      "description",
      "source",
    ]);
});

test("ids of a call come back, and pages follow one another without a gap", async () => {
  const id = "6e7e1c1a-2f53-4f5e-9a53-0d5a3b1f6c11";
  const path = "/partner/v1/analytics/referrals?top=5000";
  const first = await fetch(server().url + path, { headers: { "MS-RequestId": id } });
  expect(first.headers.get("MS-RequestId")).toBe(id);
  const one = (await first.json()) as { Value: { id: string }[]; "@nextLink": string };
  const two = (await (await fetch(server().url + one["@nextLink"])).json()) as typeof one;
  expect(new Set([...one.Value, ...two.Value].map((referral) => referral.id)).size).toBe(8800);
  expect(two["@nextLink"]).toBeNull();
});
