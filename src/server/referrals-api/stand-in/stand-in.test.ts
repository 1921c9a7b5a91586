import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFaultSwitch } from "../../fault-injection/fault-switch.ts";
import { sampleOf, serveApi, USER_MARKET, USER_OID } from "../testing/serve-api.ts";
import type { ApiReferral } from "./api-referral.ts";

const referrals = sampleOf(450);
const faults = createFaultSwitch();
let served: Awaited<ReturnType<typeof serveApi>>;

type Page = { value: ApiReferral[]; "@odata.count": number; "@odata.nextLink"?: string };

beforeAll(async () => {
  served = await serveApi({ referrals, faults });
});
afterAll(() => served.api.close());

async function call(
  search = "",
  { token = "", id = crypto.randomUUID() as string, path = "/v1.0/engagements/referrals" } = {},
) {
  const response = await fetch(`${served.api.origin}${path}${search}`, {
    headers: { Authorization: `Bearer ${token || (await served.token())}`, "client-request-id": id },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Page };
}

const query = (parts: Record<string, string>) => `?${new URLSearchParams(parts)}`;

describe("the stand-in for the Referrals API", () => {
  it.each([
    ["status eq 'Closed'", ({ status }: ApiReferral) => status === "Closed"],
    ["substatus ne 'Won'", ({ substatus }: ApiReferral) => substatus !== "Won"],
    [
      "direction eq 'Outgoing' and type eq 'Shared'",
      (one: ApiReferral) => one.direction === "Outgoing" && one.type === "Shared",
    ],
    [
      "customerProfile/address/country eq 'US'",
      (one: ApiReferral) => Object(one.customerProfile).address.country === "US",
    ],
    ["updatedDateTime ge 2024-01-01T00:00:00Z", (one: ApiReferral) => one.updatedDateTime >= "2024-01-01"],
    ["team/any(t:t/email eq 'desk@contoso.example')", () => true],
    ["engagementId eq 'a '' and ''b'", () => false],
  ])("filters by %s", async ($filter, passes) => {
    const { body } = await call(query({ $filter, $top: "200" }));
    const expected = referrals.filter(passes).length;
    expect(body.value.every(passes)).toBe(true);
    expect(body.value.length).toBe(Math.min(200, expected));
  });

  it("sorts, cuts into pages and counts each page alone; the link is spelled as in Microsoft's sample", async () => {
    const { body } = await call(query({ $orderby: "updatedDateTime desc", $top: "200" }));
    const updates = referrals
      .map((one) => one.updatedDateTime)
      .toSorted()
      .toReversed();
    expect(body.value.map((one) => one.updatedDateTime)).toEqual(updates.slice(0, 200));
    expect(body["@odata.count"]).toBe(200);
    const link = new URL(body["@odata.nextLink"] ?? "");
    expect(link.pathname).toBe("/v1.0/referrals");
    expect((await call(link.search, { path: link.pathname })).status).toBe(404);
    const next = await call(link.search);
    expect(next.body.value.map((one) => one.updatedDateTime)).toEqual(updates.slice(200, 400));
    const last = await call(new URL(next.body["@odata.nextLink"] ?? "").search);
    expect(last.body.value).toHaveLength(50);
    expect(last.body["@odata.nextLink"]).toBeUndefined();
  });

  it("shows a Referrals user only what the role allows", async () => {
    const { body } = await call("?$top=200", { token: await served.token({ oid: USER_OID }) });
    const countries = body.value.map((one) => Object(one.customerProfile).address.country.toUpperCase());
    expect(new Set(countries)).toEqual(new Set([USER_MARKET]));
  });

  it.each([
    ["a token for the other API", { aud: "https://api.partnercenter.microsoft.com" }, 401, "unauthenticated"],
    ["no role", { oid: "00c0ffee-0000-4000-8000-000000000003" }, 403, "accessDenied"],
    ["no second factor", { amr: ["pwd"] }, 403, "insufficent_claims"],
    ["a token that has ended", { exp: 1 }, 401, "unauthenticated"],
  ])("refuses %s", async (_name, claims, status, code) => {
    const refused = await call("", { token: await served.token(claims) });
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ error: { code, message: expect.any(String), target: null } });
  });

  it.each([
    ["an unknown filter", "?$filter=notes eq 'x'"],
    ["an unknown order", "?$orderby=name"],
    ["a top of nothing", "?$top=0"],
    ["an unknown parameter", "?$apply=x"],
    ["a made-up skip token", "?$skiptoken=abc"],
  ])("answers 400 to %s", async (_name, search) => {
    expect((await call(search)).body).toMatchObject({ error: { code: "invalidRequest" } });
  });

  it("wants an id of the request, as documented", async () => {
    expect((await call("", { id: "1" })).status).toBe(400);
  });

  it("has faults on demand, in its own shape of errors", async () => {
    faults.set([{ kind: "throttle", retryAfter: 7, as: "seconds", times: 1 }]);
    const { status, headers, body } = await call();
    expect([status, headers.get("Retry-After")]).toEqual([429, "7"]);
    expect(body).toMatchObject({ error: { message: expect.stringContaining("Rate limit") } });
    expect((await call()).status).toBe(200);
  });
});
