import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { BRIDGE_PATH, LOCAL_CLIENT_ID, LOCAL_TENANT_ID } from "#config/sign-in.ts";
import { SOURCE_PATH } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { STAFF } from "./dev-identity/staff.ts";
import {
  authorizeAddress,
  createBrowser,
  follow,
  formAction,
  paramsOf,
  redeem,
} from "./dev-identity/testing/sign-in-client.ts";
import { explainStart } from "./explain-start.ts";
import { type RunningServer, startServer } from "./start.ts";
import { OverloadError } from "./store/overload.ts";

const MARKETS = ["DE", "de", " De ", "US", "FR", ""];
const COUNT = 600;
const GERMANS = COUNT / 2;

/** Referrals with six spellings of markets in turn, half of them German. */
function csv(): string {
  const lines = Array.from({ length: COUNT }, (_, n) => `r${n},Won,${MARKETS[n % 6]},2026-10-05T08:00:00`);
  return ["id,status,customerMarket,createdDate", ...lines, "a,line,that,has,too,many,cells"].join("\n");
}

describe("the server with made-up accounts", () => {
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "referrals-"));
    const file = join(folder, "referrals.csv");
    await writeFile(file, csv());
    for (const name of ["index.html", "picture.js", "icon.png"])
      await writeFile(join(folder, name), "picture.js");
    const again = join(folder, "again.csv");
    await writeFile(
      again,
      "id,status,customerMarket,createdDate\nr0,Lost,DE,2026-10-05T08:00:00\nr3,Lost,US,2026-10-05T08:00:00\n",
    );
    const settings = readServerSettings({ SIGN_IN: "local", PORT: "0", REFERRALS_FILE: `${file},${again}` });
    const log = pino({ level: "silent" });
    server = await startServer(settings, { pageRoot: folder, log, say: () => {} });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ["/picture.js?v=68e1f166", "public, max-age=31536000, immutable"],
    ["/picture.js?v=1a2b3c4d", "no-cache"],
    ["/picture.js", "no-cache"],
    ["/icon.png?v=68e1f166", "no-cache"],
    ["/?v=68e1f166", "no-cache"],
  ])("lets browsers keep a script for good only under the mark of its content: %s", async (path, policy) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe(policy);
  });

  /** An access token of an account. */
  async function tokenOf(name: string): Promise<string> {
    const redirectUri = server.url + BRIDGE_PATH;
    const tenant = { origin: server.url, tenantId: LOCAL_TENANT_ID, clientId: LOCAL_CLIENT_ID, redirectUri };
    const browser = createBrowser();
    const { url, verifier } = authorizeAddress(tenant);
    const page = await follow(browser, tenant, await browser.go(url));
    const oid = STAFF.find((account) => account.name.startsWith(name))?.oid ?? "";
    const chosen = await browser.go(server.url + formAction(await page.text()), { account: oid });
    const back = await follow(browser, tenant, chosen);
    const { body } = await redeem(tenant, paramsOf(back).code ?? "", verifier);
    return body.access_token ?? "";
  }

  async function ask(token: string, search: string, path = ENDPOINT) {
    const response = await fetch(`${server.url}${path}?${search}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  it("tells the browser how to sign in, at the address that it came by", async () => {
    const config = await (await fetch(`${server.url}/config.json`)).json();
    expect(config).toMatchObject({
      signIn: "local",
      bridgePath: BRIDGE_PATH,
      data: { kind: "file-after-sign-in" },
    });
    expect(JSON.parse(config.authorityMetadata).token_endpoint).toBe(
      `${server.url}/${LOCAL_TENANT_ID}/oauth2/v2.0/token`,
    );
  });

  it("answers nobody who is not signed in", async () => {
    const response = await fetch(`${server.url}${ENDPOINT}`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "401" });
  });

  it("tells of its files, and of the rows that are none, only those who are signed in", async () => {
    for (const path of ["/config.json", "/healthz", "/readyz", SOURCE_PATH]) {
      const body = await (await fetch(server.url + path)).text();
      expect(body).not.toMatch(/referrals\.csv|too-many-cells|too many|r0|facts/);
    }
    expect((await fetch(server.url + SOURCE_PATH)).status).toBe(401);
    expect((await ask(await tokenOf("Without the role"), "", SOURCE_PATH)).status).toBe(403);
    for (const [name, count] of [
      ["Referrals admin", 2],
      ["One-market", 0],
    ] as const) {
      const { status, body } = await ask(await tokenOf(name), "", SOURCE_PATH);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        name: "referrals.csv, again.csv",
        facts: {
          rejected: 1,
          tables: [{ lost: [{ reason: "too-many-cells", count: 1, lines: [602] }] }, {}],
        },
      });
      expect(body.facts.contradictions).toMatchObject({ count: 2, listed: { length: count } });
    }
  });

  it("shows the admin everything", async () => {
    const { status, body } = await ask(await tokenOf("Referrals admin"), "top=1");
    expect([status, body.TotalCount]).toEqual([200, COUNT]);
  });

  it("shows the user of one market that market, in every spelling and whatever is asked", async () => {
    const token = await tokenOf("One-market");
    const total = async (search: string): Promise<number> => (await ask(token, search)).body.TotalCount;
    const us = encodeURIComponent("customerMarket eq 'US'");
    const any = encodeURIComponent("id ne null or customerMarket ne 'DE'");
    expect(await total("top=1")).toBe(GERMANS);
    expect(await total(`top=1&filter=${any}`)).toBe(GERMANS);
    expect(await total(`filter=${us}`)).toBe(0);
    const { body } = await ask(token, "groupby=customerMarket");
    const counts = body.Value.map((row: { referralCount: string }) => Number(row.referralCount));
    expect(counts).toEqual([COUNT / 6, COUNT / 6, COUNT / 6]);
  });

  it("narrows every page behind a next link", async () => {
    const token = await tokenOf("One-market");
    const markets = new Set<string>();
    let rows = 0;
    for (let search: string | undefined = "top=70"; search; ) {
      const { body } = await ask(token, search);
      rows += body.Value.length;
      for (const { customerMarket } of body.Value) markets.add(customerMarket.trim().toUpperCase());
      search = body["@nextLink"]?.split("?")[1];
    }
    expect([rows, [...markets]]).toEqual([GERMANS, ["DE"]]);
  });

  it("says who lacks the role, and who a second factor", async () => {
    expect(await ask(await tokenOf("Without the role"), "top=1")).toMatchObject({
      status: 403,
      body: { code: "2032" },
    });
    const { status, headers, body } = await ask(await tokenOf("Must do MFA"), "top=1");
    expect([status, body.code]).toEqual([401, "900421"]);
    expect(headers.get("WWW-Authenticate")).toContain("insufficient_claims");
  });
});

it("says where to look when ClickHouse can't be opened", () => {
  expect(explainStart(new OverloadError("no-table"))).toBe(
    "The table of referrals can't be found in ClickHouse. Check CLICKHOUSE_DATABASE and CLICKHOUSE_TABLE.",
  );
});
